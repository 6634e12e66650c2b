// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/packed_numbers.h"

#include <algorithm>
#include <bit>

namespace ficsearch::base {

// Words and blocks are counted before, so that neither is moved to a greater place.
PackedNumbers::PackedNumbers(std::span<const std::uint32_t> numbers) : size_(numbers.size()) {
  blocks_.reserve(size_ / kBlock + 2);
  std::uint32_t words = 0;
  for (std::size_t begin = 0; begin < size_; begin += kBlock) {
    const auto block = numbers.subspan(begin, std::min(kBlock, size_ - begin));
    const auto [least, greatest] = std::minmax_element(block.begin(), block.end());
    blocks_.push_back({*least, words});
    words += static_cast<std::uint32_t>(std::bit_width(*greatest - *least));
  }
  blocks_.push_back({0, words});
  words_.resize(std::size_t{words} + 2);  // numbers of no bits are read, too, and two words of each
  for (std::size_t place = 0; place < size_; ++place) {
    const Block* block = &blocks_[place / kBlock];
    const std::size_t bit = place % kBlock * (block[1].begin - block[0].begin);
    const std::uint64_t beyond = numbers[place] - block->least;
    std::uint64_t* word = words_.data() + block->begin + bit / 64;
    word[0] |= beyond << (bit % 64);
    word[1] |= beyond >> 1 >> (63 - bit % 64);
  }
}

}  // namespace ficsearch::base
