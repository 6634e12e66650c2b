// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ficsearch::base {

// Hashes text whatever holds it, so that a view finds a key that is a string.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>()(text);
  }
};

// Immutable values that were worked out once, by key. When the bound on their memory is reached,
// the oldest goes that was not asked for since its turn came last: a value found needs no place in
// a list changed, which would cost more than finding it. Any number of threads.
template <typename Key, typename Value, typename Hash = std::hash<Key>>
class RecentCache {
 public:
  using Shared = std::shared_ptr<const Value>;

  explicit RecentCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // Null if it is not here. `key` may be whatever Hash takes and Keys compare with.
  template <typename Lookup>
  Shared find(const Lookup& key) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(key);
    if (found == kept_.end()) return nullptr;
    found->second.is_used = true;
    return found->second.value;
  }

  // Keeps `value`, of which `bytes` is what it and its key take, and gives it back; if another
  // thread has kept one meanwhile, gives that.
  Shared keep(Key key, Shared value, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    const std::size_t cost = bytes + kNodeBytes;
    const auto [kept, is_new] = kept_.try_emplace(std::move(key), Kept{value, cost, false});
    if (!is_new) return kept->second.value;
    by_age_.push_back(&*kept);
    bytes_ += cost;
    while (bytes_ > most_bytes_) drop_one();
    return value;
  }

  // Whether this was asked about the same key not long ago; two keys may be taken for one, rarely.
  // What nobody asks for twice is not worth its place, and making that place for it costs time.
  template <typename Lookup>
  bool comes_again(const Lookup& key) {
    const std::size_t hash = Hash()(key);
    const std::lock_guard lock(mutex_);
    return std::exchange(asked_[hash % asked_.size()], hash) == hash;
  }

  std::size_t bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
  }

 private:
  // Of the nodes of map and queue and a value's reference count: measured once, roughly.
  static constexpr std::size_t kNodeBytes = 120;

  struct Kept {
    Shared value;
    std::size_t cost;
    bool is_used;  // since its turn came last
  };
  using Map = std::unordered_map<Key, Kept, Hash, std::equal_to<>>;

  void drop_one() {
    while (by_age_.front()->second.is_used) {
      by_age_.front()->second.is_used = false;
      by_age_.push_back(by_age_.front());
      by_age_.pop_front();
    }
    bytes_ -= by_age_.front()->second.cost;
    kept_.erase(kept_.find(by_age_.front()->first));
    by_age_.pop_front();
  }

  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  Map kept_;                                      // guarded by mutex_
  std::deque<typename Map::value_type*> by_age_;  // guarded by mutex_; into kept_
  std::size_t bytes_ = 0;                         // guarded by mutex_
  std::array<std::size_t, 1021> asked_{};  // guarded by mutex_; hashes, each at its remainder
};

}  // namespace ficsearch::base
