// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/typed_prefix.h"

namespace ficsearch::tags {

// How well a name fits what somebody has typed so far; the best first.
enum class Fit : std::uint8_t {
  exact,       // the same folded key
  same_sound,  // typed in kana or romaji, and it sounds so
  begins,      // it begins so, in writing or in sound
  holds,       // a later word of it begins so, or kanji or kana within
};

// The beginning of a tag as it was typed, in any script.
//
// Only beginnings are matched, never near misses: who types netori must not be led to netorare.
class TypedTag {
 public:
  // `utf8` is well-formed.
  explicit TypedTag(std::string_view utf8);

  bool is_empty() const noexcept { return fold_.empty(); }
  const std::string& written() const noexcept { return written_; }
  // Its folded key.
  const std::string& fold() const noexcept { return fold_; }
  // Whether it is in a script that puts no blanks between words, and long enough to be looked for
  // within them.
  bool may_stand_within() const noexcept { return may_stand_within_; }
  // The reading keys that the whole can have, and what those of a longer text can begin with.
  const std::vector<std::string>& sounds() const noexcept { return sounds_; }
  const text::TypedPrefixes& begins() const noexcept { return begins_; }

  // How a name of that folded key, with those reading keys, fits; nullopt if it does not.
  std::optional<Fit> fit(std::string_view fold_key, std::span<const std::string> sounds) const;

 private:
  std::optional<Fit> fit_writing(std::string_view fold_key) const;
  std::optional<Fit> fit_sound(std::string_view sound) const;

  std::string written_;
  std::string fold_;
  bool may_stand_within_;
  std::vector<std::string> sounds_;
  text::TypedPrefixes begins_;
};

}  // namespace ficsearch::tags
