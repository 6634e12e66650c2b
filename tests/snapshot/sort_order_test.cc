// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/sort_order.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "snapshot/value_database.h"

using namespace ficsearch;
using snapshot::Column;

namespace {

std::vector<std::uint32_t> compared_order(const Column& column, bool ascending) {
  std::vector<std::uint32_t> order(column.keys().size() - 1);
  std::iota(order.rbegin(), order.rend(), 1U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return ascending ? column.key(a) < column.key(b) : column.key(a) > column.key(b);
  });
  return order;
}

}  // namespace

TEST_CASE("sort order: a stable sort by comparing gives the same", "[snapshot]") {
  rc::prop("keys of one, two and three digits, with ties", [] {
    const auto numbers = *rc::gen::container<std::vector<std::optional<std::int64_t>>>(
        rc::gen::oneOf(rc::gen::just(std::optional<std::int64_t>()),
                       rc::gen::map(rc::gen::element<std::int64_t>(
                                        0, 1, 2, 2046, 2047, 2048, 2049, 4194302, 4194303, 4194304,
                                        2147483647, 2147483648, 4294967294, 4294967295),
                                    [](std::int64_t number) { return std::optional(number); })));
    const Column column(test::database_of(Field::hits, numbers), Field::hits);
    for (const bool ascending : {false, true})
      RC_ASSERT(snapshot::sort_order(column, ascending) == compared_order(column, ascending));
  });
}
