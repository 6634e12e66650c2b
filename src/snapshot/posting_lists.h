// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "snapshot/doc_bits.h"
#include "snapshot/forward_index.h"
#include "store/terms.h"

namespace ficsearch::snapshot {

// The works of every written form of an index, in memory: for processes that answer many searches.
//
// A form that many works bear has bits. Others have the low halves of their numbers, behind where
// each block of 65,536 ends: two bytes each and four a block; or, where there would be few in a
// block, three bytes each. All are read without a branch. 8 bytes a form, and 2 to 3 a tag of a
// work. Immutable; any number of threads may read.
class PostingLists {
 public:
  // `use` is what `forward` was found to hold.
  PostingLists(const ForwardIndex& forward, const FormUse& use);

  // Number of works, whatever the part and spoiler level.
  std::uint32_t count(store::TagId tag) const noexcept {
    return lists_[static_cast<std::size_t>(tag)].count;
  }
  // Whether some work bears it as a spoiler or in a part that is not main, so that it may not
  // count.
  bool has_exceptions(store::TagId tag) const noexcept {
    return exceptional_[static_cast<std::size_t>(tag)];
  }
  void add_to(DocBits& bits, store::TagId tag) const noexcept;
  // How many of its works are in `bits`.
  std::uint64_t count_in(const DocBits& bits, store::TagId tag) const noexcept;
  // The bits of a form that has them, else null.
  const DocBits* bits_of(store::TagId tag) const noexcept;

  template <typename Visit>
  void for_each(store::TagId tag, Visit&& visit) const {
    const List& list = lists_[static_cast<std::size_t>(tag)];
    switch (list.kind) {
      case Kind::one:
        if (list.count == 1) visit(list.place);
        break;
      case Kind::bits:
        dense_[list.place].for_each(visit);
        break;
      case Kind::triples:
        for_each_triple(list, visit);
        break;
      case Kind::halves:
        for_each_half(list, visit);
        break;
    }
  }

  std::size_t bytes() const noexcept;

 private:
  enum class Kind : std::uint8_t { one, bits, triples, halves };  // one: or none
  static constexpr unsigned kCountBits = 30;
  struct List {
    std::uint32_t place = 0;  // one: the work; else where it begins in dense_, triples_ or halves_
    std::uint32_t count : kCountBits = 0;
    Kind kind : 2 = Kind::one;
  };
  static_assert(sizeof(List) == 8);

  using Triple = std::array<std::uint8_t, 3>;  // a number, lowest byte first
  static constexpr unsigned kBlockBits = 16;
  // Halves that the end of a block takes.
  static constexpr std::size_t kEndHalves = sizeof(std::uint32_t) / sizeof(std::uint16_t);

  template <typename Visit>
  void for_each_triple(const List& list, Visit&& visit) const {
    const Triple* const begin = triples_.data() + list.place;
    for (const Triple* number = begin; number != begin + list.count; ++number)
      visit(std::uint32_t{(*number)[0]} | std::uint32_t{(*number)[1]} << 8 |
            std::uint32_t{(*number)[2]} << 16);
  }
  template <typename Visit>
  void for_each_half(const List& list, Visit&& visit) const {
    const std::uint16_t* const ends = halves_.data() + list.place;
    const std::uint16_t* const lows = ends + kEndHalves * blocks_;
    std::uint32_t i = 0;
    for (std::uint32_t block = 0; block < blocks_; ++block) {
      std::uint32_t end = 0;
      std::memcpy(&end, ends + kEndHalves * block, sizeof end);
      for (const std::uint32_t high = block << kBlockBits; i < end; ++i) visit(high | lows[i]);
    }
  }

  class Filler;
  void place_lists(const std::vector<std::uint32_t>& counts, std::uint32_t limit);

  std::vector<List> lists_;  // by TagId
  std::vector<bool> exceptional_;
  std::uint32_t blocks_;  // into which the numbers below the limit fall
  std::vector<DocBits> dense_;
  std::vector<Triple> triples_;
  // Of each list, as many numbers as are in the blocks up to each, then the low halves of all.
  std::vector<std::uint16_t> halves_;
};

}  // namespace ficsearch::snapshot
