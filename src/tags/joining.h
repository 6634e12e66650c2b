// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ficsearch/facet.h"
#include "tags/dictionary.h"
#include "tags/dictionary_spellings.h"
#include "tags/known_spellings.h"
#include "tags/spelling_keys.h"
#include "text/match_tier.h"

namespace ficsearch::tags {

// A meaning that the dictionary does not know: what an archive writes so.
//
// All written forms of one facet with this folded key and these series marks (けいおん! and
// けいおん!! are two).
struct ArchiveSpelling {
  std::optional<Facet> facet;  // nullopt: asked without a facet, so of any
  std::string folded;
  std::string marks;

  friend auto operator<=>(const ArchiveSpelling&, const ArchiveSpelling&) = default;
  friend bool operator==(const ArchiveSpelling&, const ArchiveSpelling&) = default;
};

// One thing that a written form can mean. Concepts sort before spellings.
using Meaning = std::variant<ConceptRef, ArchiveSpelling>;

// What a written form means. Whoever asks has to handle every case:
struct JoinedMeaning {  // this and nothing else
  Meaning meaning;
  text::MatchTier tier;  // at which it was found
};
struct JoinedCandidates {           // a person has to choose; who excludes excludes them all
  std::vector<Meaning> candidates;  // sorted, each once; one if only the marks differ from it
  text::MatchTier tier;
};
struct JoinedNothing {};  // neither dictionary nor archive know it
using Joined = std::variant<JoinedMeaning, JoinedCandidates, JoinedNothing>;

// Tells what written forms mean, beyond the aliases of the dictionary: the spellings of an archive
// that are one word are one meaning, whatever script each author chose.
//
// The strongest tier with a hit decides (docs/normalization.md): an alias or the same folded key,
// then the same word with fewer kanji, a censored alias, a plural of an alias, the same sound, and
// last romaji without long vowels. A hit that can be one thing only joins, several ask.
// - By sound, less telling forms join more telling ones (Latin letters kana, kana kanji), and forms
//   of one kind each other; never does kanji follow a sound, so 威勢 does not find 異性.
// - A hashtag (#NTR) is what the dictionary knows its name as.
// - What the dictionary has as an alias is that concept. Distinct concepts therefore never meet: a
//   form between them has two candidates.
// - Series marks and numerals are the same on both sides, or somebody is asked.
// - Romaji without long vowels joins only if it is no word as it stands: obasan is おばさん and not
//   おばあさん.
// The answer is the same from either side: two tags of an archive are one if meaning_of says the
// same of both.
//
// A tag of a facet means only concepts of that facet and spellings of it; a freeform tag means any
// concept. Input is checked UTF-8. Everything given must outlive the joiner. Threads: one at a
// time, as its reader. Cost: a few lookups of each key; a form is read once.
class Joiner {
 public:
  Joiner(const DictionarySpellings& dictionary, const KnownSpellings& archive,
         SpellingReader& reader) noexcept
      : dictionary_(dictionary), archive_(archive), reader_(reader) {}

  // Throws Error(`io`) if MeCab fails.
  Joined meaning_of(std::optional<Facet> facet, std::string_view written) const;

 private:
  const DictionarySpellings& dictionary_;
  const KnownSpellings& archive_;
  SpellingReader& reader_;
};

}  // namespace ficsearch::tags
