// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

namespace ficsearch::engine {

// Which hashes came before, in 8 MB however many there are.
//
// May take a new hash for one that was seen (one in a thousand among a million), never a seen one
// for new. Threads: any number at once; of several that bring one hash at a time, one is told that
// it is new.
class SeenHashes {
 public:
  SeenHashes() : words_(std::make_unique<std::atomic<std::uint64_t>[]>(kWords)) {}

  // Takes `hash` in; true if it seems to have been seen before.
  bool add(std::uint64_t hash) noexcept {
    const bool first = set(hash % kBits);
    const bool second = set((hash >> 32) * 0x9E3779B97F4A7C15u >> kShift);
    return first && second;
  }

 private:
  static constexpr int kLogBits = 26;
  static constexpr std::uint64_t kBits = std::uint64_t{1} << kLogBits;
  static constexpr std::uint64_t kWords = kBits / 64;
  static constexpr int kShift = 64 - kLogBits;

  // Whether the bit was set before.
  bool set(std::uint64_t bit) noexcept {
    const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
    return (words_[bit / 64].fetch_or(mask, std::memory_order_relaxed) & mask) != 0;
  }

  std::unique_ptr<std::atomic<std::uint64_t>[]> words_;
};

}  // namespace ficsearch::engine
