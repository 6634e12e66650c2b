// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ficsearch/search.h"

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// One field of every work as numbers of 32 bits that compare as its values do: 4 bytes a work.
// Works without a value have 0, which is less than every other. Immutable; any number of threads
// may read.
class Column {
 public:
  // Reads the field's value slot. Throws what Xapian throws.
  Column(const Xapian::Database& database, Field field);

  // Needs a document number up to the last of the index.
  std::uint32_t key(std::uint32_t document) const noexcept { return keys_[document]; }
  const std::vector<std::uint32_t>& keys() const noexcept { return keys_; }
  // The value of a work; nullopt if it has none. Not for titles.
  std::optional<std::int64_t> value(std::uint32_t document) const noexcept;

  // The keys from first to second are those of the values in [low, high]; absent ends are open.
  // nullopt: no work has such a value. Not for titles.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> keys_between(
      const std::optional<std::int64_t>& low, const std::optional<std::int64_t>& high) const;

  // Twice the key that a value has or would have, odd if it would lie between two keys. Not for
  // titles.
  std::int64_t doubled_key(std::int64_t value) const noexcept;

  std::size_t bytes() const noexcept;

 private:
  void read_numbers(const Xapian::Database& database, Field field);
  void read_ranks(const Xapian::Database& database, Field field);

  std::vector<std::uint32_t> keys_;  // by document number
  // A key is a value less base_, plus 1; where values lie too far apart for that, its place among
  // values_, plus 1.
  std::int64_t base_ = 0;
  std::int64_t greatest_ = 0;
  bool is_empty_ = true;
  std::vector<std::int64_t> values_;
};

}  // namespace ficsearch::snapshot
