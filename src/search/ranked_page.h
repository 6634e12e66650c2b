// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/plan.h"
#include "search/cursor.h"
#include "search/plain_query.h"
#include "snapshot/doc_bits.h"
#include "store/reader.h"

namespace ficsearch::search {

struct RankedWork {
  std::uint32_t document = 0;
  double score = 0;
};

// A page of `set`, whose cardinality is `count`, in the order of the plan's sort keys, of which one
// is relevance. Xapian's matcher weighs what the set holds, and nothing else.
std::vector<RankedWork> ranked_page(const snapshot::DocBits& set, std::uint64_t count,
                                    const query::Plan& plan, PlainQuery& queries,
                                    const store::Reader& reader, std::size_t offset,
                                    std::size_t limit);

// The same after the page that `cursor` ended. Commits may move works a little, as their words
// become rarer or more common: what the cursor names is never shown again. Throws
// Error(`bad_value`) if none of the works that it names matches any more.
std::vector<RankedWork> ranked_page_after(const Cursor& cursor, const snapshot::DocBits& set,
                                          std::uint64_t count, const query::Plan& plan,
                                          PlainQuery& queries, const store::Reader& reader,
                                          std::size_t limit);

}  // namespace ficsearch::search
