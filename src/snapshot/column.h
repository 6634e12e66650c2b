// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
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

// One field of every work as numbers of 32 bits that compare as its values do: 4 bytes a work, or 2
// if all are below 65,536. Works without a value have 0, which is less than every other. Immutable;
// any number of threads may read.
class Column {
 public:
  // Reads the field's value slot. Throws what Xapian throws.
  Column(const Xapian::Database& database, Field field);

  // Needs a document number up to the last of the index.
  std::uint32_t key(std::uint32_t document) const noexcept {
    return short_.empty() ? long_[document] : short_[document];
  }
  // The value of a work; nullopt if it has none. Not for titles.
  std::optional<std::int64_t> value(std::uint32_t document) const noexcept;
  // Calls visit(document number, key) with each number from 1 on.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::uint32_t document = 1; document < short_.size(); ++document)
      visit(document, std::uint32_t{short_[document]});
    for (std::uint32_t document = 1; document < long_.size(); ++document)
      visit(document, long_[document]);
  }
  // Every document number is below it.
  std::uint32_t limit() const noexcept {
    return static_cast<std::uint32_t>(std::max(short_.size(), long_.size()));
  }

  // The keys from first to second are those of the values in [low, high]; absent ends are open.
  // nullopt: no work has such a value. Not for titles.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> keys_between(
      const std::optional<std::int64_t>& low, const std::optional<std::int64_t>& high) const;

  // Twice the key that a value has or would have, odd if it would lie between two keys. Not for
  // titles.
  std::int64_t doubled_key(std::int64_t value) const noexcept;

  std::size_t bytes() const noexcept;

 private:
  void make_room(const Xapian::Database& database, std::uint64_t greatest_key);
  void set(std::size_t document, std::uint32_t key) noexcept;
  void read_numbers(const Xapian::Database& database, Field field);
  void read_ranks(const Xapian::Database& database, Field field);

  // By document number; one of them is empty.
  std::vector<std::uint16_t> short_;
  std::vector<std::uint32_t> long_;
  // A key is a value less base_, plus 1; where values lie too far apart for that, its place among
  // values_, plus 1.
  std::int64_t base_ = 0;
  std::int64_t greatest_ = 0;
  bool is_empty_ = true;
  std::vector<std::int64_t> values_;
};

}  // namespace ficsearch::snapshot
