// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "snapshot/doc_bits.h"
#include "store/terms.h"

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// The works of every written form of an index, in memory: for processes that answer many searches.
//
// A form that many works bear has bits, all others the low halves of their numbers, block by block
// of 65,536: two bytes each and four a block, read without a branch. 30 MB for a million works of
// 13 tags. Built from the works' own tag lists (slot 9), in two passes, and not from Xapian's
// posting lists. Immutable; any number of threads may read.
class PostingLists {
 public:
  // `tags`: the size of the registry. Throws Error(`index_corrupt`), and what Xapian throws.
  PostingLists(const Xapian::Database& database, std::uint32_t tags);

  // Number of works, whatever the part and spoiler level.
  std::uint32_t count(store::TagId tag) const noexcept {
    return lists_[static_cast<std::size_t>(tag)].count;
  }
  // How many works have a list of tags, and the sum of their numbers.
  std::uint32_t works() const noexcept { return works_; }
  std::uint64_t sum_of_works() const noexcept { return sum_of_works_; }
  // Of all forms together.
  std::uint64_t total() const noexcept { return total_; }
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
    if (list.is_dense) return dense_[list.place].for_each(visit);
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

  std::size_t bytes() const noexcept;

 private:
  struct List {
    std::uint64_t place = 0;  // of its first block in halves_, or in dense_
    std::uint32_t count = 0;
    bool is_dense = false;
  };

  static constexpr std::size_t kBlockHead = 2;

  std::uint32_t least_dense_count(std::uint32_t limit) const;
  void measure(const Xapian::Database& database, std::vector<std::uint64_t>& sizes);
  void fill(const Xapian::Database& database, std::vector<std::uint64_t>& sizes);

  std::vector<List> lists_;  // by TagId
  std::vector<bool> exceptional_;
  // Blocks: the high half of their numbers, how many there are less one, and the low halves.
  std::vector<std::uint16_t> halves_;
  std::vector<DocBits> dense_;
  std::uint64_t total_ = 0;
  std::uint32_t works_ = 0;
  std::uint64_t sum_of_works_ = 0;
};

}  // namespace ficsearch::snapshot
