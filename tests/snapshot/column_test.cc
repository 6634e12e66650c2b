// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/column.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "snapshot/value_database.h"

using namespace ficsearch;
using snapshot::Column;

namespace {

using Numbers = std::vector<std::optional<std::int64_t>>;

constexpr std::int64_t kYear1 = -62135596800;
constexpr std::int64_t kYear9999 = 253402300799;

// Close together, whose keys are differences, and too far apart for that.
rc::Gen<std::int64_t> any_date() {
  return rc::gen::oneOf(
      rc::gen::inRange<std::int64_t>(-5, 6),
      rc::gen::element(kYear1, kYear1 + 1, std::int64_t{-86400}, std::int64_t{86400},
                       std::int64_t{65533}, std::int64_t{65534}, std::int64_t{4294967294},
                       std::int64_t{4294967295}, kYear9999));
}
Numbers any_dates(const rc::Gen<std::int64_t>& date) {
  return *rc::gen::container<Numbers>(
      rc::gen::oneOf(rc::gen::just(std::optional<std::int64_t>()),
                     rc::gen::map(date, [](std::int64_t value) { return std::optional(value); })));
}

Column column_of(const Numbers& dates) {
  return {test::database_of(Field::published, dates), Field::published};
}

std::vector<std::uint32_t> keys_of(const Column& column) {
  std::vector<std::uint32_t> keys;
  column.for_each([&](std::uint32_t work, std::uint32_t key) {
    CHECK(column.key(work) == key);
    keys.push_back(key);
  });
  return keys;
}

bool within(std::uint32_t key, const std::optional<std::pair<std::uint32_t, std::uint32_t>>& keys) {
  return keys && key >= keys->first && key <= keys->second;
}

void check_order(const Numbers& dates) {
  const Column column = column_of(dates);
  for (std::uint32_t a = 0; a < dates.size(); ++a) {
    RC_ASSERT((column.key(a + 1) == 0) == !dates[a]);
    for (std::uint32_t b = 0; b < dates.size(); ++b)
      RC_ASSERT((column.key(a + 1) < column.key(b + 1)) == (dates[a] < dates[b]));
  }
}

void check_ranges(const Numbers& dates, const std::optional<std::int64_t>& low,
                  const std::optional<std::int64_t>& high) {
  const Column column = column_of(dates);
  const auto keys = column.keys_between(low, high);
  RC_ASSERT(!keys || keys->first <= keys->second);
  RC_ASSERT(!keys || keys->first > 0);
  for (std::uint32_t i = 0; i < dates.size(); ++i)
    RC_ASSERT(within(column.key(i + 1), keys) ==
              (dates[i] && (!low || *dates[i] >= *low) && (!high || *dates[i] <= *high)));
}

// Where a value stands among those of the works, whether or not one has it.
void check_place(const Numbers& dates, std::int64_t value) {
  const Column column = column_of(dates);
  const std::int64_t place = column.doubled_key(value);
  RC_ASSERT(place > 0);  // behind those without a value
  for (std::uint32_t i = 0; i < dates.size(); ++i) {
    if (!dates[i]) continue;
    const std::int64_t other = 2 * std::int64_t{column.key(i + 1)};
    RC_ASSERT((other < place) == (*dates[i] < value));
    RC_ASSERT((other == place) == (*dates[i] == value));
  }
}

}  // namespace

TEST_CASE("column: keys compare as values do, and no value is the least", "[snapshot]") {
  rc::prop("dates close together and far apart", [] { check_order(any_dates(any_date())); });
}

TEST_CASE("column: every work has the value that was stored", "[snapshot]") {
  rc::prop("dates close together and far apart", [] {
    const Numbers dates = any_dates(any_date());
    const Column column = column_of(dates);
    for (std::uint32_t i = 0; i < dates.size(); ++i) RC_ASSERT(column.value(i + 1) == dates[i]);
  });
}

TEST_CASE("column: a range of values is a range of keys", "[snapshot]") {
  rc::prop("with open ends, and ends that no work has", [] {
    const auto end = [] {
      return *rc::gen::arbitrary<bool>() ? std::optional(*any_date()) : std::nullopt;
    };
    const auto low = end();
    const auto high = end();
    check_ranges(any_dates(any_date()), low, high);
  });
}

TEST_CASE("column: a value that no work has stands between its neighbours", "[snapshot]") {
  rc::prop("among dates close together and far apart", [] {
    const Numbers dates = any_dates(any_date());
    check_place(dates, *any_date());
  });
}

TEST_CASE("column: values that span 32 bits become ranks one value later", "[snapshot]") {
  for (const std::int64_t greatest : {4294967293, 4294967294, 4294967295, 4294967296}) {
    CAPTURE(greatest);
    const Column column = column_of({0, greatest, std::nullopt, 1});
    const bool is_rank = greatest >= 4294967295;
    CHECK(column.key(1) == 1);
    CHECK(column.key(2) == (is_rank ? 3 : static_cast<std::uint32_t>(greatest) + 1));
    CHECK(column.key(3) == 0);
    CHECK(column.key(4) == 2);
    CHECK(column.keys_between(2, greatest - 1).has_value() == !is_rank);
    CHECK(column.keys_between(greatest, std::nullopt) == std::pair{column.key(2), column.key(2)});
  }
}

TEST_CASE("column: nothing lies between ends that are the wrong way round", "[snapshot]") {
  for (const std::int64_t far : {std::int64_t{9}, kYear9999}) {
    const Column column = column_of({1, 5, far});
    CHECK_FALSE(column.keys_between(5, 4));
    if (far == kYear9999) CHECK_FALSE(column.keys_between(2, 4));
    CHECK_FALSE(column.keys_between(kYear9999 + 1, std::nullopt));
    CHECK_FALSE(column.keys_between(std::nullopt, 0));
    CHECK_FALSE(column.keys_between(5, 1));
  }
}

TEST_CASE("column: a field that no work has knows no range", "[snapshot]") {
  const Column column = column_of({std::nullopt, std::nullopt});
  CHECK_FALSE(column.keys_between(std::nullopt, std::nullopt));
  CHECK(column.doubled_key(7) == 1);
  CHECK(keys_of(column) == std::vector<std::uint32_t>{0, 0});
  CHECK_FALSE(column_of({}).keys_between(std::nullopt, std::nullopt));
}

TEST_CASE("column: a deleted work has no value, and its value bounds nothing", "[snapshot]") {
  auto database = test::database_of(Field::words, {100, 5, 700});
  database.delete_document(3);
  const Column column(database, Field::words);
  CHECK(column.key(1) > column.key(2));
  CHECK(column.limit() == 4);
  CHECK(column.key(3) == 0);
  const auto keys = column.keys_between(6, std::nullopt);
  CHECK(within(column.key(1), keys));
  CHECK_FALSE(within(column.key(2), keys));
  CHECK_FALSE(within(column.key(3), keys));
}

TEST_CASE("column: titles are ranked by their collation keys", "[snapshot]") {
  const Column column(
      test::database_of(store::Slot::title, {{"b"}, {"a"}, std::nullopt, {"b"}, {"ab"}}),
      Field::title);
  CHECK(keys_of(column) == std::vector<std::uint32_t>{3, 1, 0, 3, 2});
}

TEST_CASE("column: keys take two bytes as long as they fit", "[snapshot]") {
  const Column narrow = column_of({0, 65534});
  const Column wide = column_of({0, 65535});
  CHECK(keys_of(narrow) == std::vector<std::uint32_t>{1, 65535});
  CHECK(keys_of(wide) == std::vector<std::uint32_t>{1, 65536});
  CHECK(2 * narrow.bytes() == wide.bytes());
}
