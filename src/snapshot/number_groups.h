// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ficsearch::snapshot {

// How lists of small and large numbers are packed so that they are read without a branch a number:
// a byte says how many bytes each of the next four has (0: the list ends here, 1, 2, or the widest
// there are), and these follow, lowest first. Immutable; any number of threads may use one.
class NumberGroups {
 public:
  // For numbers of at most `bits` bits, 1 to 32.
  explicit NumberGroups(unsigned bits);

  // Appends a list to `bytes`.
  void append(std::span<const std::uint32_t> numbers, std::vector<std::uint8_t>& bytes) const;

  // As many bytes behind a list are read, and not used.
  static constexpr std::size_t kReadBeyond = 16;

  // Numbers of a list that are read together.
  static constexpr std::size_t kMostTaken = 64;
  using Taken = std::array<std::uint32_t, kMostTaken>;
  // Puts the next numbers of a list that `append` made into the beginning of `taken`, and says how
  // many. `list` moves on to those that follow, and is null if there are none.
  std::size_t take(const std::uint8_t*& list, Taken& taken) const noexcept {
    return take_(*this, list, taken);
  }

 private:
  static constexpr unsigned kNumbers = 4;
  static constexpr unsigned kLengthBits = 2;
  static constexpr unsigned kLengthMask = (1U << kLengthBits) - 1;
  static constexpr std::size_t kWidest = 4;

  // What the first byte of a group says of the others.
  struct Layout {
    // By bytes of the four numbers: which byte of the group it is, or one with the top bit: none.
    std::array<std::uint8_t, kNumbers * kWidest> sources{};
    std::uint8_t bytes = 0;
    std::uint8_t numbers = 0;
  };
  using Take = std::size_t (*)(const NumberGroups&, const std::uint8_t*&, Taken&);

  unsigned length_of(std::uint32_t number) const noexcept;
  static Take best_take() noexcept;
  static std::size_t take_bytewise(const NumberGroups& groups, const std::uint8_t*& list,
                                   Taken& taken) noexcept;
  static std::size_t take_shuffling(const NumberGroups& groups, const std::uint8_t*& list,
                                    Taken& taken) noexcept;

  std::array<unsigned, kLengthMask + 1> bytes_;  // by what stands for it: 0, 1, 2, the widest
  std::array<Layout, 256> layouts_;
  Take take_;
};

}  // namespace ficsearch::snapshot
