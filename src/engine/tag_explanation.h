// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "ficsearch/search.h"
#include "ficsearch/tags.h"
#include "query/plan.h"
#include "search/plain_search.h"
#include "tags/dictionary.h"

namespace ficsearch::engine {

// As Tags::explain, of the dictionary alone.
Explanation explain_tag(const tags::Dictionary& dictionary, std::string_view tag);
// With how the works that `plan` leaves use it. A spelling that none of them bears is unknown.
// Throws what a search throws, too.
Explanation explain_tag(const query::Plan& plan, const SearchRequest& request,
                        const search::PlainSources& sources, std::string_view tag);

}  // namespace ficsearch::engine
