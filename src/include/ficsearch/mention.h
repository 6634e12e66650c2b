// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ficsearch {

// What a text says of a concept that it names.
enum class Polarity : std::uint8_t {
  present,  // it is in the work: NTR注意, contains netorare
  absent,   // it is not: NTRなし, no netorare
  plain,    // neither clearly: to keep away from a concept, take it as present
};
// The lower-case name, such as "absent".
std::string_view to_string(Polarity polarity) noexcept;

// A place where a work names a concept. Evidence of what the work holds, not a tag of it.
struct Evidence {
  std::string field;  // title, titles, summary, or tags
  std::string concept_id;
  Polarity polarity = Polarity::plain;
  std::string text;  // the spelling as written

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

}  // namespace ficsearch
