// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// The works whose text holds the phrase. Matches nothing if the phrase has no words.
//
// In titles, summaries and tags a CJK string of two or more characters is found anywhere;
// elsewhere, and for other scripts, whole words stand one behind the other. `spoilers` adds the
// tags that are spoilers to TextScope::all.
Xapian::Query text_query(const query::TextPhrase& phrase, Spoilers spoilers,
                         text::Tokenizer& tokenizer, const Xapian::Database& database);

// As text_query, with what makes a better match weigh more: whole words over substrings. For
// ranking only.
Xapian::Query text_rank_query(const query::TextPhrase& phrase, Spoilers spoilers,
                              text::Tokenizer& tokenizer, const Xapian::Database& database);

}  // namespace ficsearch::search
