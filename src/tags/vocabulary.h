// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/concept.h"
#include "tags/concept_record.h"

namespace ficsearch::tags {

// What an archive adds to the shipped dictionary: concepts of its own, and more about concepts that
// are there. Nothing of the dictionary is ever taken away, so without its vocabulary an archive
// answers as it did before.
struct Vocabulary {
  std::map<std::string, Concept> concepts;  // by id
  // By the id of a concept of the dictionary. Facet, labels, definition and note stay empty; a
  // distinct pair is listed on the side that wrote it.
  std::map<std::string, Concept> additions;

  bool empty() const noexcept { return concepts.empty() && additions.empty(); }
  friend bool operator==(const Vocabulary&, const Vocabulary&) = default;
};

// Reads what to_toml wrote (format: docs/vocabulary.md). Throws Error(`bad_dictionary`) with `name`
// and the line. Checks nothing against a dictionary.
Vocabulary parse_vocabulary(std::string_view toml, const std::string& name);

// The one canonical text: equal vocabularies give equal texts, and parse_vocabulary reads it back.
std::string to_toml(const Vocabulary& vocabulary);

// The records of a dictionary that is `shipped` with `own` on top. An addition to a concept that
// `shipped` lacks throws Error(`bad_dictionary`); all else is for build_tables to check.
std::vector<ConceptRecord> merged_records(std::vector<ConceptRecord> shipped,
                                          const Vocabulary& own);

}  // namespace ficsearch::tags
