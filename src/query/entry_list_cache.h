// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/recent_cache.h"
#include "query/plan.h"
#include "query/tag_warnings.h"

namespace ficsearch::query {

// What became of a list of items, and what people should know of it.
struct ResolvedList {
  std::vector<Entry> entries;
  std::vector<TagNotice> notices;
};

// Lists that were resolved before, of one dictionary and one archive: a reader asks with the same
// blocklist or profile again and again. Any number of threads.
class EntryListCache {
 public:
  enum class Keep : std::uint8_t { if_it_comes_again, at_once };

  explicit EntryListCache(std::size_t most_bytes) : lists_(most_bytes) {}

  // The list of `key`, which says all that it depends on; `resolve` is asked if it is not there. It
  // is kept when it comes for the second time, or, if it is one that an index has saved, at once.
  std::shared_ptr<const ResolvedList> get(std::string key,
                                          const std::function<ResolvedList()>& resolve,
                                          Keep keep = Keep::if_it_comes_again);

  std::size_t bytes() const { return lists_.bytes(); }

 private:
  base::RecentCache<std::string, ResolvedList, base::TextHash> lists_;
};

}  // namespace ficsearch::query
