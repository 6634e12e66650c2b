// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ficsearch::search {

// Numbers in a table of at least twice their number, with linear probing.
class NumberSet {
 public:
  NumberSet() = default;
  // Empty, with room for so many.
  explicit NumberSet(std::size_t most_numbers) : slots_(std::bit_ceil(most_numbers * 2 + 1)) {}

  // Needs room.
  void insert(std::uint64_t number) noexcept {
    if (number == 0)
      has_zero_ = true;
    else
      slots_[place_of(number)] = number;
  }
  bool contains(std::uint64_t number) const noexcept {
    if (slots_.empty()) return false;
    return number == 0 ? has_zero_ : slots_[place_of(number)] == number;
  }

 private:
  // Where it is or would be.
  std::size_t place_of(std::uint64_t number) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = number & mask;
    while (slots_[slot] != 0 && slots_[slot] != number) slot = (slot + 1) & mask;
    return slot;
  }

  std::vector<std::uint64_t> slots_;  // 0: free
  bool has_zero_ = false;
};

}  // namespace ficsearch::search
