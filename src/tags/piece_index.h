// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace ficsearch::tags {

// Which of very many numbered names have a piece (name_pieces of alike_names.h): a byte or two for
// each piece of a name, and 2 for the name. Immutable once it is finished; any number of threads
// may read.
class PieceIndex {
 public:
  // Numbers come in ascending order.
  void add(std::uint32_t number, std::span<const std::uint64_t> pieces);
  // Once, after the last name.
  void finish();

  // Calls visit(number) with each name that has a piece, ascending.
  template <typename Visit>
  void for_each(std::uint64_t piece, Visit&& visit) const {
    const std::span<const std::uint8_t> list = list_of(piece);
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < list.size();) {
      std::uint32_t step = 0;
      for (unsigned shift = 0;; shift += kBits) {
        const std::uint8_t byte = list[i++];
        step |= std::uint32_t{byte & kMask} << shift;
        if (byte <= kMask) break;
      }
      number += step;
      visit(number);
    }
  }
  // How many pieces a name has.
  std::size_t pieces_of(std::uint32_t number) const noexcept { return pieces_of_[number]; }

  std::size_t bytes() const noexcept;

 private:
  static constexpr unsigned kBits = 7;
  static constexpr unsigned kMask = (1U << kBits) - 1;

  // A list that grows: the differences of its numbers, seven bits a byte, the top bit in all but
  // the last.
  struct List {
    std::string bytes;
    std::uint32_t last = 0;
  };

  std::span<const std::uint8_t> list_of(std::uint64_t piece) const noexcept;

  std::vector<List> growing_sounds_;  // by piece
  std::unordered_map<std::uint64_t, List> growing_others_;

  std::vector<std::uint16_t> pieces_of_;
  std::vector<std::uint64_t> pieces_;  // sorted
  std::vector<std::size_t> begin_;     // of each one's list, and the end of the last
  std::vector<std::uint8_t> lists_;
};

}  // namespace ficsearch::tags
