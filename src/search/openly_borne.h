// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "query/plan.h"
#include "search/deadline.h"
#include "store/reader.h"
#include "tags/mentions.h"

namespace ficsearch::search {

// The first `limit` of `names` that some work bears as it is written, not as a spoiler, of the
// works that `filters` leaves with all their parts. One match a name, which ends with its first
// work. Throws Error: `timeout`, `snapshot_expired`, `query_limit`, `index_corrupt`, `io`.
std::vector<std::string> openly_borne(const std::vector<std::string>& names, std::size_t limit,
                                      const query::Plan& filters, const store::Reader& reader,
                                      const tags::MentionFinder& mentions,
                                      const Deadline& deadline);

}  // namespace ficsearch::search
