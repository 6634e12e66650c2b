// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string_view>
#include <vector>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "snapshot/text_postings.h"
#include "store/reader.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// What phrases are made into queries with.
struct TextSources {
  const store::Reader& reader;
  text::Tokenizer& tokenizer;
  // Posting lists of the same commit, to ask whether a word is in any work; null: the index is
  // asked.
  snapshot::TextPostings* postings = nullptr;
};

// Whether a phrase is looked for in what works say themselves, and not in names of tags.
bool has_only_prose(const query::TextPhrase& phrase);

// The works whose text holds the phrase. Matches nothing if the phrase has no words.
//
// In titles, summaries and tags a CJK string of two or more characters is found anywhere;
// elsewhere, and for other scripts, whole words stand one behind the other. `spoilers` adds the
// tags that are spoilers to TextScope::all.
Xapian::Query text_query(const query::TextPhrase& phrase, Spoilers spoilers,
                         const TextSources& sources);

// The same in two parts, for those who have the works of tags at hand: works whose prose or authors
// match, and written forms. nullopt where the two cannot be told apart, or the scope has no tags.
struct ProseAndTags {
  Xapian::Query prose;
  std::vector<store::TagId> tags;
  bool spoilers = false;  // whether works count that bear them only as spoilers
};
std::optional<ProseAndTags> prose_and_tags(const query::TextPhrase& phrase, Spoilers spoilers,
                                           const TextSources& sources);

// As text_query, with what makes a better match weigh more: titles over tags over summaries over
// bodies, whole words over substrings. For ranking only: a work that does not match may score.
Xapian::Query text_rank_query(const query::TextPhrase& phrase, Spoilers spoilers,
                              const TextSources& sources);

// The works whose title, other titles or summary hold `text` as a phrase.
Xapian::Query blurb_query(std::string_view text, const TextSources& sources);

}  // namespace ficsearch::search
