// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// How much text each work has, which ranking sets the words of a work against: the sum of the
// frequencies of its terms. 2 bytes a work, or 4 if one of them is longer than 65,535. Immutable;
// any number of threads may read.
class WorkLengths {
 public:
  // Throws what Xapian throws.
  explicit WorkLengths(const Xapian::Database& database);

  // Needs the number of a work.
  std::uint32_t of(std::uint32_t document) const noexcept {
    return short_.empty() ? long_[document] : short_[document];
  }
  std::size_t bytes() const noexcept {
    return short_.size() * sizeof(std::uint16_t) + long_.size() * sizeof(std::uint32_t);
  }

 private:
  // By document number; one of them is empty.
  std::vector<std::uint16_t> short_;
  std::vector<std::uint32_t> long_;
};

}  // namespace ficsearch::snapshot
