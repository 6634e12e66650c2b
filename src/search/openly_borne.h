// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "query/plan.h"
#include "search/deadline.h"
#include "search/exclude_list.h"
#include "snapshot/snapshot.h"
#include "store/reader.h"
#include "tags/mentions.h"

namespace ficsearch::search {

// What openly_borne() reads.
struct BorneSources {
  const store::Reader& reader;          // of one index
  snapshot::Snapshot& snapshot;         // of the reader's commit and of the dictionary in force
  const tags::MentionFinder& mentions;  // of that dictionary
  const Deadline& deadline;
  ExcludeListCache* exclude_lists = nullptr;  // of the snapshot; null: nothing is kept
};

// Of each list of names the first `limit` that some work bears as it is written, not as a spoiler,
// of the works that `filters` leaves with all their parts. Those works are one set, as in a search.
// Throws Error: `timeout`, `snapshot_expired`, `query_limit`, `index_corrupt`, `io`.
std::vector<std::vector<std::string>> openly_borne(
    const std::vector<std::vector<std::string>>& lists, std::size_t limit,
    const query::Plan& filters, const BorneSources& sources);

}  // namespace ficsearch::search
