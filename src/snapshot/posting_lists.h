// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
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
// A form that many works bear has bits. Others have the low halves of their numbers, block by block
// of 65,536: two bytes each and four a block; or, where most blocks would have few of them, three
// bytes each. All are read without a branch. 8 bytes a form, and 2 to 3 a tag of a work. Immutable;
// any number of threads may read.
class PostingLists {
 public:
  explicit PostingLists(const ForwardIndex& forward);

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
    std::uint32_t place = 0;  // one: the work; bits: in dense_; else of its beginning in halves_
    std::uint32_t count : kCountBits = 0;
    Kind kind : 2 = Kind::one;
  };
  static_assert(sizeof(List) == 8);

  static constexpr std::size_t kBlockHead = 2;
  static constexpr std::size_t kTripleBytes = 3;

  template <typename Visit>
  void for_each_triple(const List& list, Visit&& visit) const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(halves_.data() + list.place);
    for (std::uint32_t left = list.count; left > 0; --left, bytes += kTripleBytes)
      visit(std::uint32_t{bytes[0]} | std::uint32_t{bytes[1]} << 8 | std::uint32_t{bytes[2]} << 16);
  }
  template <typename Visit>
  void for_each_half(const List& list, Visit&& visit) const {
    const std::uint16_t* block = halves_.data() + list.place;
    for (std::uint32_t left = list.count; left > 0;) {
      const std::uint32_t high = std::uint32_t{block[0]} << 16;
      const std::uint32_t numbers = std::uint32_t{block[1]} + 1;
      const std::uint16_t* low = block + kBlockHead;
      for (std::uint32_t i = 0; i < numbers; ++i) visit(high | low[i]);
      block = low + numbers;
      left -= numbers;
    }
  }

  // By TagId: what a pass over the works has to know of each list.
  struct Progress;
  void count_works(const ForwardIndex& forward, std::vector<Progress>& progress);
  void place_lists(std::uint32_t limit, const std::vector<Progress>& progress);
  std::uint32_t least_dense_count(std::uint32_t limit) const;
  void fill(const ForwardIndex& forward, std::vector<Progress>& progress);
  void append(Progress& progress, std::uint32_t work);

  std::vector<List> lists_;  // by TagId
  std::vector<bool> exceptional_;
  // Blocks: the high half of their numbers, how many there are less one, and the low halves. And
  // numbers of three bytes, lowest first, packed; each list begins with a half of its own.
  std::vector<std::uint16_t> halves_;
  std::vector<DocBits> dense_;
};

}  // namespace ficsearch::snapshot
