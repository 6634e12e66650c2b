// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ficsearch/mention.h"
#include "tags/censored_spellings.h"
#include "tags/dictionary.h"
#include "tags/marked_text.h"
#include "tags/mention_cues.h"
#include "tags/spelling_trie.h"

namespace ficsearch::tags {

// A spelling of a concept in a marked text. [begin, end) are characters of it.
struct FoundSpelling {
  std::size_t begin = 0;
  std::size_t end = 0;
  ConceptRef target = {};
  // Of an alias that is a shorter one and a cue, what it says of the shorter one: absent for
  // NTRなし, plain for all others.
  Polarity says = Polarity::plain;

  bool is_inside(const FoundSpelling& other) const noexcept {
    return other.begin <= begin && end <= other.end && other.end - other.begin > end - begin;
  }
};

struct FoundCue {
  std::size_t begin = 0;
  std::size_t end = 0;
  CueRoles roles = 0;
};

// Both in the order of begin. Of cues only the longest from each place.
struct FoundWords {
  std::vector<FoundSpelling> spellings;
  std::vector<FoundCue> cues;
};

// All aliases of a dictionary and all cues, by folded key, and where they stand in a text.
class MentionLexicon {
 public:
  explicit MentionLexicon(const Dictionary& dictionary);

  // `text` is the marked text of `utf8`.
  FoundWords find(std::string_view utf8, const MarkedText& text) const;

  // Whether a concept calls for an advisory: authors hide its spellings, and deny it in lists.
  bool is_warned_of(ConceptRef ref) const noexcept;
  // What an alias says of the spelling in it. Needs an alias of the dictionary.
  void set_statement(const Dictionary::Alias& alias, Polarity says);

 private:
  struct Entry {
    std::optional<ConceptRef> target;  // of an alias
    GapMarks inner_marks = 0;          // that may stand inside it
    Polarity says = Polarity::plain;
    CueRoles roles = 0;  // of a cue
  };

  void add_alias(const Dictionary::Alias& alias);
  void add_cue(const Cue& cue);
  Entry& entry_of(const MarkedText& key);
  void find_from(std::size_t begin, std::string_view utf8, const MarkedText& text,
                 FoundWords& found) const;
  bool stands_alone(std::string_view utf8, const MarkedText& text, std::size_t begin,
                    std::size_t end, ConceptRef target) const;
  bool cue_begins_at(const MarkedText& text, std::size_t at) const;
  void find_censored(std::string_view utf8, const MarkedText& text, FoundWords& found) const;

  SpellingTrie trie_;
  std::vector<Entry> entries_;   // by the numbers of the trie
  std::vector<bool> warned_of_;  // by ConceptRef
  CensoredSpellings censored_;
};

}  // namespace ficsearch::tags
