// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "snapshot/doc_bits.h"

namespace ficsearch::search {

// The works of a request when the includes about one facet are left out, or none.
struct FacetWorks {
  snapshot::DocBits positive;  // before exclusion
  snapshot::DocBits matching;
  std::uint64_t count = 0;  // of matching

  // By which excluded values get their counts, if exclusion kept account (FacetExclusion).
  std::optional<snapshot::DocBits> covered_once;  // of positive: what just one entry covers
  std::vector<std::uint64_t> alone;  // by entry, if it was counted: of the works that it alone
                                     // covers, those that count for its value
};

}  // namespace ficsearch::search
