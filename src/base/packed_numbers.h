// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ficsearch::base {

// Numbers by place, in little memory where those near each other are alike: of each 64 the least is
// kept, and of each number what it has beyond that, in as many bits as the greatest of them needs.
// Any one is read without looking at others. Immutable; any number of threads may read.
class PackedNumbers {
 public:
  PackedNumbers() = default;
  explicit PackedNumbers(std::span<const std::uint32_t> numbers);

  std::size_t size() const noexcept { return size_; }
  std::uint32_t operator[](std::size_t place) const noexcept {
    const Block& block = blocks_[place / kBlock];
    const std::uint32_t bits = (&block)[1].begin - block.begin;
    const std::size_t bit = place % kBlock * bits;
    const std::uint64_t* word = words_.data() + block.begin + bit / 64;
    const std::size_t shift = bit % 64;
    const std::uint64_t two_words = word[0] >> shift | word[1] << 1 << (63 - shift);
    return block.least + static_cast<std::uint32_t>(two_words & ((std::uint64_t{1} << bits) - 1));
  }
  // Of memory.
  std::size_t bytes() const noexcept {
    return blocks_.size() * sizeof(Block) + words_.size() * sizeof(std::uint64_t);
  }

 private:
  static constexpr std::size_t kBlock = 64;  // so that a block has as many words as a number bits
  struct Block {
    std::uint32_t least;
    std::uint32_t begin;  // in words_
  };

  std::size_t size_ = 0;
  std::vector<Block> blocks_;  // and one behind the last
  std::vector<std::uint64_t> words_;
};

}  // namespace ficsearch::base
