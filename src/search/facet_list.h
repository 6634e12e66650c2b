// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "ficsearch/search.h"

namespace ficsearch::search {

// The values of a facet as a reply lists them: the first `limit` (0: all) by count, ties by label,
// and every included one wherever it stands; then the first `limit` excluded ones.
std::vector<FacetCount> facet_list(std::vector<FacetCount> values, std::vector<FacetCount> excluded,
                                   std::size_t limit);

}  // namespace ficsearch::search
