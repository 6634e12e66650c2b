// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "snapshot/doc_set.h"

namespace ficsearch::snapshot {

// Sets that were worked out once, by a key that says of what; those not used for longest go first
// when the bound on their memory is reached. Any number of threads.
class SetCache {
 public:
  explicit SetCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // The set of `key`; `make` works it out if it is not there. Two threads may both work it out: no
  // lock is held meanwhile.
  std::shared_ptr<const DocSet> get(const std::string& key, const std::function<DocSet()>& make);

  std::size_t bytes() const;

 private:
  using Entry = std::pair<std::string, std::shared_ptr<const DocSet>>;

  static std::size_t cost_of(const Entry& entry);

  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::list<Entry> entries_;  // guarded by mutex_; used last first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;  // guarded by mutex_
  std::size_t bytes_ = 0;                                               // guarded by mutex_
};

}  // namespace ficsearch::snapshot
