// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "support/rows.h"
#include "tags/dictionary.h"

namespace ficsearch::test {

// The dictionary of tests/data/tags/family.toml.
inline tags::Dictionary family() {
  const std::array sources{tags::DictionarySource{"family.toml", read_data("tags/family.toml")}};
  return tags::Dictionary::parse(sources);
}

// Ids of concepts, in their order, joined by spaces.
template <class Refs>
std::string ids_of(const tags::Dictionary& dictionary, const Refs& refs) {
  std::string ids;
  for (const tags::ConceptRef ref : refs) ids += (ids.empty() ? "" : " ") + dictionary[ref].id;
  return ids;
}

}  // namespace ficsearch::test
