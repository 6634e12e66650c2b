// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's x86-64 has no popcnt instruction, and counting bits without it takes six times as long:
// the two counting loops are compiled a second time for processors that have it. Not through
// target_clones, whose resolvers run before the sanitizers are ready.
#include "snapshot/doc_bits.h"

#include <algorithm>

namespace ficsearch::snapshot {
namespace {

using Word = std::uint64_t;

#if defined(__x86_64__)
#define FICSEARCH_POPCNT __attribute__((target("popcnt")))
bool has_popcnt() {
  static const bool has = __builtin_cpu_supports("popcnt");
  return has;
}
#else
#define FICSEARCH_POPCNT
constexpr bool has_popcnt() {
  return true;
}
#endif

FICSEARCH_POPCNT Word fast_count(const Word* a, std::size_t words) {
  Word sum = 0;
  for (std::size_t i = 0; i < words; ++i) sum += static_cast<Word>(__builtin_popcountll(a[i]));
  return sum;
}

FICSEARCH_POPCNT Word fast_count_common(const Word* a, const Word* b, std::size_t words) {
  Word sum = 0;
  for (std::size_t i = 0; i < words; ++i)
    sum += static_cast<Word>(__builtin_popcountll(a[i] & b[i]));
  return sum;
}

// Calls visit(begin, end) with stretches of words that fit into a processor's first cache.
template <typename Visit>
void for_each_block(std::size_t words, Visit visit) {
  constexpr std::size_t kBlock = 2048;
  for (std::size_t begin = 0; begin < words; begin += kBlock)
    visit(begin, std::min(begin + kBlock, words));
}

}  // namespace

void DocBits::clear() noexcept {
  std::fill(words_.begin(), words_.end(), Word{0});
}

void DocBits::insert_all() noexcept {
  if (limit_ <= 1) return;
  std::fill(words_.begin(), words_.end(), ~Word{0});
  words_.front() &= ~Word{1};
  if (const std::uint32_t rest = limit_ & 63; rest != 0) words_.back() &= (Word{1} << rest) - 1;
}

void DocBits::add(const DocBits& other) noexcept {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
}

void DocBits::add_counting(const DocBits& other, DocBits& twice) noexcept {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    twice.words_[i] |= words_[i] & other.words_[i];
    words_[i] |= other.words_[i];
  }
}

void DocBits::intersect(const DocBits& other) noexcept {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
}

void DocBits::subtract(const DocBits& other) noexcept {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
}

void DocBits::add_all(std::span<const DocBits* const> others) noexcept {
  for_each_block(words_.size(), [&](std::size_t begin, std::size_t end) {
    for (const DocBits* other : others)
      for (std::size_t i = begin; i < end; ++i) words_[i] |= other->words_[i];
  });
}

void DocBits::subtract_all(std::span<const DocBits* const> others) noexcept {
  for_each_block(words_.size(), [&](std::size_t begin, std::size_t end) {
    for (const DocBits* other : others)
      for (std::size_t i = begin; i < end; ++i) words_[i] &= ~other->words_[i];
  });
}

std::uint32_t DocBits::next_from(std::uint32_t number) const noexcept {
  if (number >= limit_) return limit_;
  std::size_t i = number >> 6;
  Word word = words_[i] >> (number & 63);
  if (word != 0) return number + static_cast<std::uint32_t>(std::countr_zero(word));
  while (++i < words_.size())
    if (words_[i] != 0)
      return static_cast<std::uint32_t>(i * 64 +
                                        static_cast<unsigned>(std::countr_zero(words_[i])));
  return limit_;
}

std::uint64_t DocBits::count() const noexcept {
  if (has_popcnt()) return fast_count(words_.data(), words_.size());
  Word sum = 0;
  for (const Word word : words_) sum += static_cast<Word>(std::popcount(word));
  return sum;
}

std::uint64_t DocBits::count_common(const DocBits& other) const noexcept {
  if (has_popcnt()) return fast_count_common(words_.data(), other.words_.data(), words_.size());
  Word sum = 0;
  for (std::size_t i = 0; i < words_.size(); ++i)
    sum += static_cast<Word>(std::popcount(words_[i] & other.words_[i]));
  return sum;
}

}  // namespace ficsearch::snapshot
