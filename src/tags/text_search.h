// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tags/dictionary.h"

namespace ficsearch::tags {

// Where a text was found; the best first.
enum class FoundIn : std::uint8_t {
  whole_name,  // it is a label or spelling
  beginning,   // a label or spelling begins with it
  label,
  spelling,
  definition,
};

struct TextMatch {
  ConceptRef target = {};
  FoundIn where = FoundIn::whole_name;
  std::string name;  // the label or spelling that holds it; empty for a definition

  friend bool operator==(const TextMatch&, const TextMatch&) = default;
};

// Every concept whose label, spelling or definition holds `utf8`, compared by folded keys, each by
// its best place; sorted by place and concept. `utf8` is well-formed. Cost: a pass over the
// dictionary, some milliseconds.
std::vector<TextMatch> search_text(const Dictionary& dictionary, std::string_view utf8);

}  // namespace ficsearch::tags
