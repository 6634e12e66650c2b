// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ficsearch::engine {

// Which hashes came before, exactly: in 16 to 32 bytes each. Threads: one at a time.
class ExactHashes {
 public:
  // Takes `hash` in; true if it came before.
  bool add(std::uint64_t hash) {
    if (hash == kFree) return std::exchange(had_free_, true);
    if (2 * (count_ + 1) > slots_.size()) grow();
    std::uint64_t& slot = slots_[place_of(hash)];
    if (slot == hash) return true;
    slot = hash;
    ++count_;
    return false;
  }

  bool contains(std::uint64_t hash) const noexcept {
    if (hash == kFree) return had_free_;
    return !slots_.empty() && slots_[place_of(hash)] == hash;
  }

 private:
  static constexpr std::uint64_t kFree = 0;
  static constexpr std::size_t kFirstSlots = 1024;

  // Where the hash is, or would be. Linear probing; half of the slots are free at least.
  std::size_t place_of(std::uint64_t hash) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    while (slots_[place] != kFree && slots_[place] != hash) place = (place + 1) & mask;
    return place;
  }

  void grow() {
    const std::vector<std::uint64_t> before = std::exchange(
        slots_,
        std::vector<std::uint64_t>(slots_.empty() ? kFirstSlots : 2 * slots_.size(), kFree));
    for (const std::uint64_t hash : before)
      if (hash != kFree) slots_[place_of(hash)] = hash;
  }

  std::vector<std::uint64_t> slots_;
  std::size_t count_ = 0;
  bool had_free_ = false;  // whether the hash that marks free slots came
};

}  // namespace ficsearch::engine
