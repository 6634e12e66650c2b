// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/packed_numbers.h"

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// The id of every work, in memory: if all of them are numbers 4 bytes each, and less where they
// come in order; else their bytes and 4 more. Immutable; any number of threads may read.
class WorkIds {
 public:
  // Reads the id slot, and compares it with the terms that ids are found by. Throws Error:
  // `index_corrupt`, `query_limit` for more than 4 GB of ids, and what Xapian throws.
  explicit WorkIds(const Xapian::Database& database);

  // Empty for a number without a document.
  std::string of(std::uint32_t document) const;
  std::size_t bytes() const noexcept {
    return text_.capacity() + begin_.capacity() * sizeof(std::uint32_t) + numbers_.bytes();
  }

 private:
  using Numbers = std::vector<std::uint32_t>;
  // `numbers`, as numbers_, become empty once an id was found that is no such number.
  void add(std::uint32_t document, std::string_view id, Numbers& numbers);
  void add_text(std::uint32_t document, std::string_view id);
  void turn_into_texts(Numbers& to_turn);

  // By document number: the number that its id spells, plus 1; 0 for none.
  base::PackedNumbers numbers_;
  std::string text_;                  // else the ids, one behind the other
  std::vector<std::uint32_t> begin_;  // by document number, of those that have been added
};

}  // namespace ficsearch::snapshot
