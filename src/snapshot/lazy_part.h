// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

namespace ficsearch::snapshot {

// A part of a snapshot that whoever comes first builds and everybody reads. If building throws,
// the next one tries again.
template <typename Part>
class LazyPart {
 public:
  template <typename Make>
  const Part& get(Make&& make) {
    if (const Part* built = ready_.load(std::memory_order_acquire)) return *built;
    const std::lock_guard lock(mutex_);
    if (!part_) {
      part_ = std::make_unique<const Part>(make());
      ready_.store(part_.get(), std::memory_order_release);
    }
    return *part_;
  }
  // Null until it is built.
  const Part* if_built() const noexcept { return ready_.load(std::memory_order_acquire); }

 private:
  std::mutex mutex_;
  std::unique_ptr<const Part> part_;  // guarded by mutex_
  std::atomic<const Part*> ready_{nullptr};
};

}  // namespace ficsearch::snapshot
