// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "query/plan.h"
#include "search/cursor.h"
#include "search/deadline.h"
#include "search/plain_query.h"
#include "search/ranked_work.h"
#include "search/term_ranking.h"
#include "snapshot/doc_bits.h"
#include "snapshot/snapshot.h"
#include "store/reader.h"

namespace ficsearch::search {

// Pages of a set in the order of a plan's sort keys, of which one is relevance.
//
// Where words score by themselves and nothing else sorts, a resident snapshot has all that it takes
// (TermRanking). Otherwise, and for phrases, Xapian's matcher weighs what the set holds, and
// nothing else. Both give the same scores. Threads: one. Throws Error(`timeout`), and what Xapian
// throws.
class RankedPages {
 public:
  // All must outlive it. `count` is the cardinality of `set`.
  struct Sources {
    const snapshot::DocBits& set;
    std::uint64_t count;
    const query::Plan& plan;
    PlainQuery& queries;
    const store::Reader& reader;
    snapshot::Snapshot& snapshot;
    const Deadline& deadline;
  };
  explicit RankedPages(const Sources& sources);

  std::vector<RankedWork> page(std::size_t offset, std::size_t limit);

  // The same after the page that `cursor` ended. Commits may move works a little, as their words
  // become rarer or more common: what the cursor names is never shown again. Throws
  // Error(`bad_value`) if none of the works that it names matches any more.
  std::vector<RankedWork> page_after(const Cursor& cursor, std::size_t limit);

 private:
  std::vector<RankedWork> matched_page(std::size_t offset, std::size_t limit);

  Sources from_;
  Xapian::Query ranking_;
  std::optional<TermRanking> by_terms_;
};

}  // namespace ficsearch::search
