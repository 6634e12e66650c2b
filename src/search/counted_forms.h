// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "store/terms.h"

namespace ficsearch::search {

// Whether a work counts for the values of a facet by what its other tags mean, too.
bool is_derived(Facet facet) noexcept;

// The written forms by which works count for a value of a facet: those that mean it and, for a
// derived one or by closure, those that mean what is below it. Sorted, each once.
std::vector<store::TagId> counted_forms(MeaningId value, FacetCounts counts, TagMeanings& meanings,
                                        const TagSelector& selector);
// The same from the table of a snapshot.
std::vector<store::TagId> counted_forms(MeaningId value, FacetCounts counts,
                                        const snapshot::MeaningTable& table);

}  // namespace ficsearch::search
