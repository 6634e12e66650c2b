// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "base/recent_cache.h"
#include "snapshot/doc_set.h"

namespace ficsearch::snapshot {

// Sets that were worked out once, by a key that says of what, as far as a bound on their memory
// goes. Any number of threads.
class SetCache {
 public:
  explicit SetCache(std::size_t most_bytes) : sets_(most_bytes) {}

  // The set of `key`; `make` works it out if it is not there. Two threads may both work it out: no
  // lock is held meanwhile.
  std::shared_ptr<const DocSet> get(const std::string& key, const std::function<DocSet()>& make);

  // Null if it is not there.
  std::shared_ptr<const DocSet> find(const std::string& key) { return sets_.find(key); }
  // base::RecentCache::comes_again.
  bool comes_again(const std::string& key) { return sets_.comes_again(key); }

  std::size_t bytes() const { return sets_.bytes(); }

 private:
  base::RecentCache<std::string, DocSet, base::TextHash> sets_;
};

}  // namespace ficsearch::snapshot
