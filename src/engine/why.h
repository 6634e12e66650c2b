// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ficsearch/search.h"
#include "ficsearch/why.h"
#include "query/plan.h"
#include "search/deadline.h"
#include "store/reader.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::engine {

// As Index::why, of a resolved request and the work at `id`.
Why why(const query::Plan& plan, const SearchRequest& request, store::DocumentId id,
        const store::Reader& reader, const tags::MentionFinder& mentions,
        text::Tokenizer& tokenizer, const search::Deadline& deadline);

}  // namespace ficsearch::engine
