// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ficsearch::snapshot {

// A set of document numbers below a limit, one bit each: 125 KB at a million works. What a query is
// worked out in. Every operation on two sets needs equal limits.
class DocBits {
 public:
  DocBits() = default;
  // Empty, for numbers below `limit`.
  explicit DocBits(std::uint32_t limit) : limit_(limit), words_((std::size_t{limit} + 63) / 64) {}

  std::uint32_t limit() const noexcept { return limit_; }
  std::size_t bytes() const noexcept { return words_.size() * sizeof(std::uint64_t); }

  bool contains(std::uint32_t number) const noexcept {
    return (words_[number >> 6] >> (number & 63) & 1) != 0;
  }
  void insert(std::uint32_t number) noexcept {
    words_[number >> 6] |= std::uint64_t{1} << (number & 63);
  }
  void erase(std::uint32_t number) noexcept {
    words_[number >> 6] &= ~(std::uint64_t{1} << (number & 63));
  }
  void clear() noexcept;
  // The numbers [1, limit): documents are counted from 1.
  void insert_all() noexcept;

  void add(const DocBits& other) noexcept;
  void intersect(const DocBits& other) noexcept;
  void subtract(const DocBits& other) noexcept;

  // The same for many sets, each of which is read once while the part it changes stays at hand.
  void add_all(std::span<const DocBits* const> others) noexcept;
  void subtract_all(std::span<const DocBits* const> others) noexcept;

  // Adds `other`; what was there already goes into `twice`.
  void add_counting(const DocBits& other, DocBits& twice) noexcept;
  void add_counting(std::uint32_t number, DocBits& twice) noexcept {
    (contains(number) ? twice : *this).insert(number);
  }

  std::uint64_t count() const noexcept;
  bool is_empty() const noexcept { return next_from(0) == limit_; }
  // The cardinality of the intersection.
  std::uint64_t count_common(const DocBits& other) const noexcept;

  // The least number from `number` on; limit() if there is none.
  std::uint32_t next_from(std::uint32_t number) const noexcept;

  // Calls `visit` with each number, ascending.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    constexpr std::size_t kStride = 8;  // words that a sparse set skips at once
    for (std::size_t begin = 0; begin < words_.size(); begin += kStride) {
      const std::size_t end = begin + kStride < words_.size() ? begin + kStride : words_.size();
      std::uint64_t any = 0;
      for (std::size_t i = begin; i < end; ++i) any |= words_[i];
      if (any == 0) continue;
      for (std::size_t i = begin; i < end; ++i)
        for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
          visit(static_cast<std::uint32_t>(i * 64 + static_cast<unsigned>(std::countr_zero(word))));
    }
  }

  friend bool operator==(const DocBits&, const DocBits&) = default;

 private:
  std::uint32_t limit_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace ficsearch::snapshot
