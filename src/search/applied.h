// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/tag_selection.h"
#include "store/terms.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// The written forms of the archive that each exclude entry of a plan covers, in the order of the
// entries.
using ExcludedTags = std::vector<std::vector<store::TagId>>;
ExcludedTags tags_of_excludes(const query::Plan& plan, const TagSelector& selector);

// What a reply says of the filters that were applied.
Applied applied_of(const query::Plan& plan, const tags::Dictionary& dictionary,
                   const ExcludedTags& excluded);

}  // namespace ficsearch::search
