// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ficsearch/search.h"
#include "ficsearch/work.h"
#include "query/plan.h"
#include "search/plain_search.h"

namespace ficsearch::search {

// Whether `work`, as the index holds it, is among those that a plan leaves: what a search asks
// before it shows one, with both gates of exclusion. Of one index or of shards. Throws Error:
// `snapshot_expired`, `index_corrupt`, `io`.
bool is_shown(const Work& work, const query::Plan& plan, const SearchRequest& request,
              const PlainSources& sources);

}  // namespace ficsearch::search
