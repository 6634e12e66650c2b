// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/set_cache.h"

namespace ficsearch::snapshot {
namespace {

// Of the list and map nodes, besides key and set: measured once, roughly.
constexpr std::size_t kNodeBytes = 200;

}  // namespace

std::shared_ptr<const DocSet> SetCache::get(const std::string& key,
                                            const std::function<DocSet()>& make) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return found->second->second;
    }
  }
  auto made = std::make_shared<const DocSet>(make());
  const std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second->second;
  entries_.emplace_front(key, made);
  by_key_.emplace(key, entries_.begin());
  bytes_ += cost_of(entries_.front());
  while (bytes_ > most_bytes_ && !entries_.empty()) {
    bytes_ -= cost_of(entries_.back());
    by_key_.erase(entries_.back().first);
    entries_.pop_back();
  }
  return made;
}

std::size_t SetCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

std::size_t SetCache::cost_of(const Entry& entry) {
  return kNodeBytes + 2 * entry.first.size() + entry.second->bytes();
}

}  // namespace ficsearch::snapshot
