// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "store/reader.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// Answers `plan` from `reader` with nothing but Xapian's own matcher.
//
// `mentions` is of the dictionary in force. Hits go to `sink` in order; the reply has everything
// else. Every filter of the plan is applied to hits, totals and facets alike. Throws Error:
// `snapshot_expired` if a writer overtook the reader; `query_limit`, `index_corrupt`, `io`.
Reply plain_search(const query::Plan& plan, const SearchRequest& request,
                   const store::Reader& reader, const tags::MentionFinder& mentions,
                   text::Tokenizer& tokenizer, const std::function<void(Hit&&)>& sink);

}  // namespace ficsearch::search
