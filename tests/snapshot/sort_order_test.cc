// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/sort_order.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "snapshot/value_database.h"

using namespace ficsearch;
using snapshot::Column;
using snapshot::SortOrder;

namespace {

using Works = SortOrder::Works;

Works compared_order(const Column& column, bool ascending) {
  Works order(column.limit() - 1);
  std::iota(order.rbegin(), order.rend(), 1U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return ascending ? column.key(a) < column.key(b) : column.key(a) > column.key(b);
  });
  return order;
}

Works works_from(const SortOrder& order, SortOrder::Place place) {
  Works works;
  order.any_of(place, [&](std::uint32_t work) {
    works.push_back(work);
    return false;
  });
  return works;
}

std::vector<std::optional<std::int64_t>> any_numbers() {
  return *rc::gen::container<std::vector<std::optional<std::int64_t>>>(rc::gen::oneOf(
      rc::gen::just(std::optional<std::int64_t>()),
      rc::gen::map(
          rc::gen::element<std::int64_t>(0, 1, 2, 65533, 65534, 65535, 2147483648, 4294967295),
          [](std::int64_t number) { return std::optional(number); }),
      rc::gen::map(rc::gen::inRange<std::int64_t>(0, 1000),
                   [](std::int64_t number) { return std::optional(number); })));
}

}  // namespace

TEST_CASE("sort order: in windows it is what a stable sort by comparing gives", "[snapshot]") {
  rc::prop("great and small keys, with ties and without", [] {
    const Column column(test::database_of(Field::hits, any_numbers()), Field::hits);
    const auto windows = *rc::gen::inRange<std::size_t>(1, 6);
    for (const bool ascending : {false, true})
      RC_ASSERT(works_from(SortOrder(column, ascending, windows), {}) ==
                compared_order(column, ascending));
  });
}

TEST_CASE("sort order: a place is found in whichever window it is", "[snapshot]") {
  rc::prop("before any work, and behind the last", [] {
    const Column column(test::database_of(Field::hits, any_numbers()), Field::hits);
    const SortOrder order(column, true, *rc::gen::inRange<std::size_t>(1, 6));
    const Works all = compared_order(column, true);
    const auto before = *rc::gen::inRange<std::size_t>(0, all.size() + 1);
    const auto place = order.partition_point([&](std::uint32_t work) {
      return std::find(all.begin(), all.end(), work) <
             all.begin() + static_cast<std::ptrdiff_t>(before);
    });
    RC_ASSERT(works_from(order, place) ==
              Works(all.begin() + static_cast<std::ptrdiff_t>(before), all.end()));
  });
}
