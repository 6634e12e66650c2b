// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/doc_set.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <set>

using ficsearch::snapshot::DocBits;
using ficsearch::snapshot::DocSet;

namespace {

constexpr std::uint32_t kLimit = 640;  // lists end at 20 numbers

DocBits bits_of(const std::set<std::uint32_t>& numbers) {
  DocBits bits(kLimit);
  for (const std::uint32_t number : numbers) bits.insert(number);
  return bits;
}

}  // namespace

TEST_CASE("doc set: a sparse set takes less memory than bits, and none takes more", "[snapshot]") {
  std::set<std::uint32_t> numbers;
  for (std::uint32_t number = 1; number < 40; ++number) {
    numbers.insert(number);
    const DocSet listed({numbers.begin(), numbers.end()}, kLimit);
    const DocSet from_bits(bits_of(numbers));
    CHECK(listed.bytes() == from_bits.bytes());
    CHECK(listed.bytes() <= bits_of(numbers).bytes());
    if (number < 20) CHECK(listed.bytes() == number * sizeof(std::uint32_t));
  }
}

TEST_CASE("doc set: a list and bits of the same numbers are the same set", "[snapshot]") {
  rc::prop("sparse and dense", [] {
    const auto numbers =
        *rc::gen::container<std::set<std::uint32_t>>(rc::gen::inRange(std::uint32_t{1}, kLimit));
    const DocBits others = bits_of(
        *rc::gen::container<std::set<std::uint32_t>>(rc::gen::inRange(std::uint32_t{1}, kLimit)));
    const DocBits bits = bits_of(numbers);
    for (const DocSet& set : {DocSet({numbers.begin(), numbers.end()}, kLimit), DocSet(bits)}) {
      RC_ASSERT(set.count() == numbers.size());
      for (std::uint32_t number = 0; number < kLimit; ++number)
        RC_ASSERT(set.contains(number) == numbers.contains(number));
      std::vector<std::uint32_t> visited;
      set.for_each([&](std::uint32_t number) { visited.push_back(number); });
      RC_ASSERT(visited == std::vector<std::uint32_t>(numbers.begin(), numbers.end()));

      DocBits added = others;
      set.add_to(added);
      DocBits expected = others;
      expected.add(bits);
      RC_ASSERT(added == expected);
      DocBits left = others;
      set.subtract_from(left);
      expected = others;
      expected.subtract(bits);
      RC_ASSERT(left == expected);
    }
  });
}
