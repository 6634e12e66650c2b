// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "search/gram_phrase.h"
#include "store/registry.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// Finds the written forms of an archive by the words of their names. Works have no postings for
// them: a phrase is in the tags of a work if the work bears one of these forms.
//
// Facets without words (index/tag_words.h) are left out. Both must outlive it. Threads: one, as its
// registry. Throws what the registry throws.
class TagPhrases {
 public:
  TagPhrases(const store::TagRegistry& registry, text::Tokenizer& tokenizer)
      : registry_(registry), tokenizer_(tokenizer) {}

  // The written forms in which phrase.in_order stands, ascending; none if it is empty. Reads the
  // names of those that have all its words, unless it is one word.
  std::vector<store::TagId> in_order(const GramPhrase& phrase) const;
  // The written forms that have phrase.lone_character as a word or at the end of a run, ascending;
  // none if there is none.
  std::vector<store::TagId> with_lone_character(const GramPhrase& phrase) const;

 private:
  const store::TagRegistry& registry_;
  text::Tokenizer& tokenizer_;
};

}  // namespace ficsearch::search
