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
// A form that many works bear has bits, all others their numbers as differences, a byte or two
// each: 25 MB for a million works of 13 tags. Built from the works' own tag lists (slot 9), in two
// passes, and not from Xapian's posting lists. Immutable; any number of threads may read.
class PostingLists {
 public:
  // `tags`: the size of the registry. Throws Error(`index_corrupt`), and what Xapian throws.
  PostingLists(const Xapian::Database& database, std::uint32_t tags);

  // Number of works, whatever the part and spoiler level.
  std::uint32_t count(store::TagId tag) const noexcept {
    return lists_[static_cast<std::size_t>(tag)].count;
  }
  // Number of works that have a list of tags.
  std::uint32_t works() const noexcept { return works_; }
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
    const unsigned char* byte = bytes_.data() + list.place;
    std::uint32_t number = 0;
    for (std::uint32_t left = list.count; left > 0; --left) {
      std::uint32_t step = *byte & 127;
      for (unsigned shift = 7; (*byte++ & 128) != 0; shift += 7)
        step |= static_cast<std::uint32_t>(*byte & 127) << shift;
      visit(number += step);
    }
  }

  std::size_t bytes() const noexcept;

 private:
  struct List {
    std::uint64_t place = 0;  // of its first byte in bytes_, or in dense_
    std::uint32_t count = 0;
    bool is_dense = false;
  };

  std::uint32_t least_dense_count(std::uint32_t limit) const;
  void measure(const Xapian::Database& database, std::vector<std::uint64_t>& sizes);
  void fill(const Xapian::Database& database, std::vector<std::uint64_t>& sizes);

  std::vector<List> lists_;  // by TagId
  std::vector<bool> exceptional_;
  std::vector<unsigned char> bytes_;
  std::vector<DocBits> dense_;
  std::uint64_t total_ = 0;
  std::uint32_t works_ = 0;
};

}  // namespace ficsearch::snapshot
