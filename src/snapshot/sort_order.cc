// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/sort_order.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace ficsearch::snapshot {
namespace {

// A radix sort by three digits: five times as fast as comparing, at ten million.
constexpr unsigned kDigitBits = 11;
constexpr unsigned kDigits = 3;
constexpr std::size_t kValues = std::size_t{1} << kDigitBits;

}  // namespace

std::vector<std::uint32_t> sort_order(const Column& column, bool ascending) {
  const std::vector<std::uint32_t>& keys = column.keys();
  std::vector<std::uint32_t> order(keys.size() - 1);
  // From the greatest number down: each pass keeps equals in this order.
  std::iota(order.rbegin(), order.rend(), 1U);
  std::vector<std::uint32_t> next(order.size());
  const std::uint32_t flip = ascending ? 0 : ~std::uint32_t{0};
  for (unsigned digit = 0; digit < kDigits; ++digit) {
    const auto value_of = [&](std::uint32_t document) {
      return ((keys[document] ^ flip) >> (digit * kDigitBits)) & (kValues - 1);
    };
    std::array<std::uint32_t, kValues> place{};
    for (const std::uint32_t document : order) ++place[value_of(document)];
    std::exclusive_scan(place.begin(), place.end(), place.begin(), std::uint32_t{0});
    for (const std::uint32_t document : order) next[place[value_of(document)]++] = document;
    order.swap(next);
  }
  return order;
}

}  // namespace ficsearch::snapshot
