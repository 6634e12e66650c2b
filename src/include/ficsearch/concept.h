// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ficsearch/facet.h"

namespace ficsearch {

// A written form of a concept, as the dictionary lists it.
struct ConceptSpelling {
  std::string text;
  std::string script;  // latin, hiragana, katakana, kana, kanji, mixed, hangul, cyrillic, other

  friend bool operator==(const ConceptSpelling&, const ConceptSpelling&) = default;
};

// Another concept that must never be merged with this one, and how it differs.
struct DistinctFrom {
  std::string concept_id;
  std::string difference;  // one sentence

  friend bool operator==(const DistinctFrom&, const DistinctFrom&) = default;
};

// What spellings mean. Ids are stable, lower-case ASCII with hyphens.
struct Concept {
  std::string id;
  Facet facet = Facet::trope;
  std::vector<std::pair<std::string, std::string>>
      labels;  // by language code; "en" is always there
  std::string definition;
  std::vector<ConceptSpelling> spellings;
  std::vector<std::string> readings;             // kana; proposes, never merges
  std::vector<std::string> broader;              // concepts that this one always implies
  std::vector<std::string> advisories_always;    // advisory concepts
  std::vector<std::string> advisories_commonly;  // advisory concepts
  std::vector<std::string> perspectives;         // perspective concepts
  std::vector<std::string> media;                // medium concepts
  std::vector<std::string> related;              // near in theme, each a tag of its own
  std::vector<DistinctFrom> distinct;            // symmetric: listed on both sides
  std::string note;                              // on usage, such as loose use of an abbreviation

  // The English label.
  const std::string& label() const;

  friend bool operator==(const Concept&, const Concept&) = default;
};

}  // namespace ficsearch
