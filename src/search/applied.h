// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/exclude_list.h"

namespace ficsearch::search {

// What a reply says of the filters that were applied.
Applied applied_of(const query::Plan& plan, const ExcludedTags& excluded);

}  // namespace ficsearch::search
