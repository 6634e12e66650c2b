// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "ficsearch/search.h"
#include "search/page_position.h"
#include "snapshot/doc_bits.h"
#include "snapshot/snapshot.h"
#include "store/reader.h"

namespace ficsearch::search {

// What to take of a set: `limit` works after `offset`, counted from `after` if it is given.
struct PageBounds {
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::optional<PagePosition> after;
};

// A page of `set`, whose cardinality is `count`, sorted by fields (no key is relevance), of equals
// the greatest document number first.
//
// Where a sort order is kept in memory, it is walked as long as that is shorter than looking at
// every work of the set; else the page is selected by the columns, in time linear in the set.
std::vector<std::uint32_t> sorted_page(const snapshot::DocBits& set, std::uint64_t count,
                                       const std::vector<SortKey>& keys, const PageBounds& bounds,
                                       const store::Reader& reader, snapshot::Snapshot& snapshot);

// The place behind a work that had these values, as they stand in the slots, when it was shown.
PagePosition position_behind(const std::vector<SortKey>& keys,
                             const std::vector<std::string>& values, std::uint32_t document,
                             const store::Reader& reader, snapshot::Snapshot& snapshot);

}  // namespace ficsearch::search
