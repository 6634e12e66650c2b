// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/column.h"

#include <xapian.h>

#include <algorithm>

#include "store/slots.h"

namespace ficsearch::snapshot {
namespace {

template <typename Visit>
void for_each_value(const Xapian::Database& database, Field field, Visit&& visit) {
  const auto slot = static_cast<Xapian::valueno>(store::slot_of(field));
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (Xapian::ValueIterator value = database.valuestream_begin(slot); value != end; ++value)
    visit(static_cast<std::size_t>(value.get_docid()), *value);
}

// What every work that has a value of the field would get as a rank: each value once, in order.
template <typename Value, typename Decode>
std::vector<Value> distinct_values(const Xapian::Database& database, Field field, Decode decode) {
  std::vector<Value> values;
  for_each_value(database, field,
                 [&](std::size_t, const std::string& value) { values.push_back(decode(value)); });
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  values.shrink_to_fit();
  return values;
}

template <typename Value>
std::uint32_t rank_of(const std::vector<Value>& values, const Value& value) {
  const auto place = std::lower_bound(values.begin(), values.end(), value);
  return static_cast<std::uint32_t>(place - values.begin()) + 1;
}

}  // namespace

Column::Column(const Xapian::Database& database, Field field) {
  const auto slot = static_cast<Xapian::valueno>(store::slot_of(field));
  is_empty_ = database.get_value_freq(slot) == 0;
  if (is_empty_) {
    make_room(database, 0);
    return;
  }
  if (field == Field::title) {
    read_ranks(database, field);
    return;
  }
  // Bounds, and not always the least and greatest: deleted works leave them as they were.
  base_ = store::decode_value(field, database.get_value_lower_bound(slot));
  greatest_ = store::decode_value(field, database.get_value_upper_bound(slot));
  const std::uint64_t span =
      static_cast<std::uint64_t>(greatest_) - static_cast<std::uint64_t>(base_);
  if (span < UINT32_MAX) {
    make_room(database, span + 1);
    read_numbers(database, field);
  } else {
    read_ranks(database, field);
  }
}

void Column::make_room(const Xapian::Database& database, std::uint64_t greatest_key) {
  const std::size_t limit = std::size_t{database.get_lastdocid()} + 1;
  if (greatest_key <= UINT16_MAX)
    short_.resize(limit);
  else
    long_.resize(limit);
}

void Column::set(std::size_t document, std::uint32_t key) noexcept {
  if (short_.empty())
    long_[document] = key;
  else
    short_[document] = static_cast<std::uint16_t>(key);
}

void Column::read_numbers(const Xapian::Database& database, Field field) {
  for_each_value(database, field, [&](std::size_t document, const std::string& value) {
    set(document, static_cast<std::uint32_t>(store::decode_value(field, value) - base_) + 1);
  });
}

void Column::read_ranks(const Xapian::Database& database, Field field) {
  if (field == Field::title) {
    const auto titles = distinct_values<std::string>(
        database, field, [](const std::string& value) { return value; });
    make_room(database, titles.size());
    for_each_value(database, field, [&](std::size_t document, const std::string& value) {
      set(document, rank_of(titles, value));
    });
    return;
  }
  const auto decoded = [field](const std::string& value) {
    return store::decode_value(field, value);
  };
  values_ = distinct_values<std::int64_t>(database, field, decoded);
  make_room(database, values_.size());
  for_each_value(database, field, [&](std::size_t document, const std::string& value) {
    set(document, rank_of(values_, decoded(value)));
  });
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> Column::keys_between(
    const std::optional<std::int64_t>& low, const std::optional<std::int64_t>& high) const {
  if (is_empty_ || (low && high && *high < *low)) return std::nullopt;
  if (!values_.empty()) {
    const auto first =
        low ? std::lower_bound(values_.begin(), values_.end(), *low) : values_.begin();
    const auto last =
        high ? std::upper_bound(values_.begin(), values_.end(), *high) : values_.end();
    if (first >= last) return std::nullopt;
    return std::pair{static_cast<std::uint32_t>(first - values_.begin()) + 1,
                     static_cast<std::uint32_t>(last - values_.begin())};
  }
  const std::int64_t from = std::max(low.value_or(base_), base_);
  const std::int64_t to = std::min(high.value_or(greatest_), greatest_);
  if (from > to) return std::nullopt;
  return std::pair{static_cast<std::uint32_t>(from - base_) + 1,
                   static_cast<std::uint32_t>(to - base_) + 1};
}

std::optional<std::int64_t> Column::value(std::uint32_t document) const noexcept {
  const std::uint32_t key = this->key(document);
  if (key == 0) return std::nullopt;
  return values_.empty() ? base_ + (key - 1) : values_[key - 1];
}

std::int64_t Column::doubled_key(std::int64_t value) const noexcept {
  if (!values_.empty()) {
    const auto place = std::lower_bound(values_.begin(), values_.end(), value);
    const std::int64_t key = 2 * (place - values_.begin() + 1);
    return place != values_.end() && *place == value ? key : key - 1;
  }
  if (is_empty_ || value < base_) return 1;
  if (value > greatest_) return 2 * (greatest_ - base_ + 1) + 1;
  return 2 * (value - base_ + 1);
}

std::size_t Column::bytes() const noexcept {
  return short_.size() * sizeof(std::uint16_t) + long_.size() * sizeof(std::uint32_t) +
         values_.size() * sizeof(std::int64_t);
}

}  // namespace ficsearch::snapshot
