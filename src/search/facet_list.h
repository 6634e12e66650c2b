// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/tag_meanings.h"

namespace ficsearch::search {

// The facet whose own includes are left out when `facet` is counted: itself, if it has any and the
// request does not keep them.
std::optional<Facet> left_out_for(const query::Plan& plan, const SearchRequest& request,
                                  Facet facet);

// The values of a facet as a reply lists them: the first `limit` (0: all) by count, ties by label,
// and every included one wherever it stands; then the first `limit` excluded ones.
std::vector<FacetCount> facet_list(std::vector<FacetCount> values, std::vector<FacetCount> excluded,
                                   std::size_t limit);

// What an excluded value is called: the concept, or the folded key of a spelling, since only works
// that are left out write it in a way of their own.
std::string label_of_excluded(const Meaning& meaning);

}  // namespace ficsearch::search
