// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tags/concept_record.h"
#include "tags/dictionary.h"

namespace ficsearch::tags {

// Lets a map of strings be asked with a view.
struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const noexcept {
    return std::hash<std::string_view>()(key);
  }
};

// A written form or reading with what tags/spelling_digest.h says of it.
struct SpellingDigest {
  std::string_view written;
  std::string_view digest;
};

// What a Dictionary looks things up in. Vectors of vectors are indexed by ConceptRef; the inner
// ones are sorted and hold nothing twice.
struct Dictionary::Tables {
  using RefLists = std::vector<std::vector<ConceptRef>>;

  std::vector<Concept> concepts;  // by id
  std::vector<std::vector<std::string>> alias_keys;
  std::unordered_map<std::string, ConceptRef, KeyHash, std::equal_to<>> by_key;  // never iterated
  std::vector<Alias> aliases;
  RefLists with_broader;
  RefLists with_narrower;
  RefLists narrower;
  RefLists derived;
  RefLists distinct;
  std::span<const SpellingDigest> spelling_digests;  // sorted; of what is built in
  std::string version;
};

// Checks the links between `records` and builds the tables of a dictionary.
// Throws Error(`bad_dictionary`) as Dictionary::parse does.
Dictionary::Tables build_tables(std::vector<ConceptRecord> records, std::string version);

}  // namespace ficsearch::tags
