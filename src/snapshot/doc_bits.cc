// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's x86-64 has no popcnt instruction and works on 16 bytes at a time: every loop over words
// is compiled once more for processors with AVX2, and the counting ones for those that count in
// vectors, too. Not through target_clones, whose resolvers run before the sanitizers are ready.
#include "snapshot/doc_bits.h"

#include <algorithm>

namespace ficsearch::snapshot {
namespace {

using Word = std::uint64_t;

// The loops, to be compiled for a processor by who calls them.
struct Loops {
  [[gnu::always_inline]] static void add(Word* a, const Word* b, std::size_t words) {
    for (std::size_t i = 0; i < words; ++i) a[i] |= b[i];
  }
  [[gnu::always_inline]] static void intersect(Word* a, const Word* b, std::size_t words) {
    for (std::size_t i = 0; i < words; ++i) a[i] &= b[i];
  }
  [[gnu::always_inline]] static void subtract(Word* a, const Word* b, std::size_t words) {
    for (std::size_t i = 0; i < words; ++i) a[i] &= ~b[i];
  }
  [[gnu::always_inline]] static Word count(const Word* a, std::size_t words) {
    Word sum = 0;
    for (std::size_t i = 0; i < words; ++i) sum += static_cast<Word>(__builtin_popcountll(a[i]));
    return sum;
  }
  [[gnu::always_inline]] static Word count_common(const Word* a, const Word* b, std::size_t words) {
    Word sum = 0;
    for (std::size_t i = 0; i < words; ++i)
      sum += static_cast<Word>(__builtin_popcountll(a[i] & b[i]));
    return sum;
  }
};

// The same as functions of one kind of processor.
struct Compiled {
  void (*add)(Word*, const Word*, std::size_t);
  void (*intersect)(Word*, const Word*, std::size_t);
  void (*subtract)(Word*, const Word*, std::size_t);
  Word (*count)(const Word*, std::size_t);
  Word (*count_common)(const Word*, const Word*, std::size_t);
};

#define FICSEARCH_COMPILE_LOOPS(name, target)                                          \
  target void name##_add(Word* a, const Word* b, std::size_t n) {                      \
    Loops::add(a, b, n);                                                               \
  }                                                                                    \
  target void name##_intersect(Word* a, const Word* b, std::size_t n) {                \
    Loops::intersect(a, b, n);                                                         \
  }                                                                                    \
  target void name##_subtract(Word* a, const Word* b, std::size_t n) {                 \
    Loops::subtract(a, b, n);                                                          \
  }                                                                                    \
  target Word name##_count(const Word* a, std::size_t n) {                             \
    return Loops::count(a, n);                                                         \
  }                                                                                    \
  target Word name##_count_common(const Word* a, const Word* b, std::size_t n) {       \
    return Loops::count_common(a, b, n);                                               \
  }                                                                                    \
  constexpr Compiled name{name##_add, name##_intersect, name##_subtract, name##_count, \
                          name##_count_common};

FICSEARCH_COMPILE_LOOPS(kForAny, )
#if defined(__x86_64__)
FICSEARCH_COMPILE_LOOPS(kForAvx2, __attribute__((target("avx2,popcnt"))))
FICSEARCH_COMPILE_LOOPS(kForAvx512, __attribute__((target("avx2,avx512vl,avx512vpopcntdq"))))

const Compiled& best_loops() {
  if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vpopcntdq"))
    return kForAvx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")) return kForAvx2;
  return kForAny;
}
#else
const Compiled& best_loops() {
  return kForAny;
}
#endif

const Compiled& loops() {
  static const Compiled& best = best_loops();
  return best;
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
  loops().add(words_.data(), other.words_.data(), words_.size());
}

void DocBits::add_counting(const DocBits& other, DocBits& twice) noexcept {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    twice.words_[i] |= words_[i] & other.words_[i];
    words_[i] |= other.words_[i];
  }
}

void DocBits::intersect(const DocBits& other) noexcept {
  loops().intersect(words_.data(), other.words_.data(), words_.size());
}

void DocBits::subtract(const DocBits& other) noexcept {
  loops().subtract(words_.data(), other.words_.data(), words_.size());
}

void DocBits::add_all(std::span<const DocBits* const> others) noexcept {
  const auto& add = loops().add;
  for_each_block(words_.size(), [&](std::size_t begin, std::size_t end) {
    for (const DocBits* other : others)
      add(words_.data() + begin, other->words_.data() + begin, end - begin);
  });
}

void DocBits::subtract_all(std::span<const DocBits* const> others) noexcept {
  const auto& subtract = loops().subtract;
  for_each_block(words_.size(), [&](std::size_t begin, std::size_t end) {
    for (const DocBits* other : others)
      subtract(words_.data() + begin, other->words_.data() + begin, end - begin);
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
  return loops().count(words_.data(), words_.size());
}

std::uint64_t DocBits::count_common(const DocBits& other) const noexcept {
  return loops().count_common(words_.data(), other.words_.data(), words_.size());
}

}  // namespace ficsearch::snapshot
