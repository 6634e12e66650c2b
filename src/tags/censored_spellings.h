// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tags/dictionary.h"
#include "tags/spelling_trie.h"
#include "text/byte_range.h"
#include "text/tracked_text.h"

namespace ficsearch::tags {

// Finds spellings inside a text of which marks hide some characters: 寝〇られ, N*R.
//
// A pattern fits many words of a language, so this is for a small list of spellings that authors
// hide, never for all. What fits is decided by text::censored_match.
class CensoredSpellings {
 public:
  // Ignores spellings of fewer than three characters, of which a mark leaves too little.
  void add(std::string_view spelling, ConceptRef target);

  struct Found {
    ConceptRef target;
    text::ByteRange range;  // of the text
  };
  // Every concept of every fitting stretch, in the order of their begin: a stretch that fits
  // several concepts is found for each.
  std::vector<Found> find(std::string_view utf8) const;

  // Whether a text has a mark in such a place that find could find anything, whatever the list.
  static bool may_stand_in(std::string_view utf8);

 private:
  struct Walk;
  void find_from(Walk& walk, SpellingTrie::Node node, std::size_t at, std::size_t hidden) const;

  SpellingTrie trie_;        // of surface keys
  std::u32string alphabet_;  // every character of them, sorted
  struct Term {
    std::string spelling;
    std::vector<ConceptRef> targets;
  };
  std::vector<Term> terms_;  // by the numbers of the trie
  std::size_t longest_ = 0;  // in characters
};

}  // namespace ficsearch::tags
