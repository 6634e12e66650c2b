// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// The id of every work, in memory: its bytes and 4 more. Immutable; any number of threads may read.
class WorkIds {
 public:
  // Reads the id slot, and compares it with the terms that ids are found by. Throws Error:
  // `index_corrupt`, `query_limit` for more than 4 GB of ids, and what Xapian throws.
  explicit WorkIds(const Xapian::Database& database);

  // Empty for a number without a document. Valid as long as this.
  std::string_view of(std::uint32_t document) const noexcept {
    return std::string_view(text_).substr(begin_[document],
                                          begin_[document + 1] - begin_[document]);
  }
  std::size_t bytes() const noexcept {
    return text_.capacity() + begin_.size() * sizeof(std::uint32_t);
  }

 private:
  std::string text_;                  // the ids one behind the other
  std::vector<std::uint32_t> begin_;  // by document number
};

}  // namespace ficsearch::snapshot
