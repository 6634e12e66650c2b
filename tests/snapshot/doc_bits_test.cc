// SPDX-License-Identifier: GPL-3.0-or-later
// Against sets of numbers.
#include "snapshot/doc_bits.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <vector>

using ficsearch::snapshot::DocBits;

namespace {

using Numbers = std::set<std::uint32_t>;

// Around the borders of words, and a few words long.
const std::vector<std::uint32_t> kLimits{0, 1, 2, 63, 64, 65, 127, 128, 129, 300, 1025, 2000};

Numbers any_numbers(std::uint32_t limit) {
  if (limit == 0) return {};
  return *rc::gen::container<Numbers>(rc::gen::inRange(std::uint32_t{0}, limit));
}

DocBits bits_of(const Numbers& numbers, std::uint32_t limit) {
  DocBits bits(limit);
  for (const std::uint32_t number : numbers) bits.insert(number);
  return bits;
}

Numbers numbers_of(const DocBits& bits) {
  Numbers numbers;
  bits.for_each([&](std::uint32_t number) { numbers.insert(number); });
  return numbers;
}

}  // namespace

TEST_CASE("doc bits: all numbers begin at 1 and end below the limit", "[snapshot]") {
  for (const std::uint32_t limit : kLimits) {
    CAPTURE(limit);
    DocBits bits(limit);
    bits.insert_all();
    CHECK(bits.count() == (limit == 0 ? 0 : limit - 1));
    CHECK(bits.next_from(0) == std::min(limit, std::uint32_t{1}));
    CHECK(bits.next_from(limit) == limit);
    if (limit > 0) CHECK_FALSE(bits.contains(0));
    bits.clear();
    CHECK(bits == DocBits(limit));
    CHECK(bits.next_from(0) == limit);
  }
}

TEST_CASE("doc bits: sets add, intersect and subtract as sets of numbers do", "[snapshot]") {
  rc::prop("two sets of one limit", [] {
    const auto limit = *rc::gen::elementOf(kLimits);
    const Numbers a = any_numbers(limit);
    const Numbers b = any_numbers(limit);
    Numbers both = a;
    both.insert(b.begin(), b.end());
    Numbers common;
    Numbers rest;
    for (const std::uint32_t number : a) (b.contains(number) ? common : rest).insert(number);

    DocBits added = bits_of(a, limit);
    added.add(bits_of(b, limit));
    RC_ASSERT(numbers_of(added) == both);
    DocBits intersected = bits_of(a, limit);
    intersected.intersect(bits_of(b, limit));
    RC_ASSERT(numbers_of(intersected) == common);
    DocBits subtracted = bits_of(a, limit);
    subtracted.subtract(bits_of(b, limit));
    RC_ASSERT(numbers_of(subtracted) == rest);
    RC_ASSERT(bits_of(a, limit).count() == a.size());
    RC_ASSERT(bits_of(a, limit).count_common(bits_of(b, limit)) == common.size());
    for (const std::uint32_t number : common) intersected.erase(number);
    RC_ASSERT(intersected == DocBits(limit));
  });
}

TEST_CASE("doc bits: many sets at once are the same as one by one", "[snapshot]") {
  rc::prop("some sets, none too, and a limit beyond a block", [] {
    const auto limit = *rc::gen::element<std::uint32_t>(1, 70, 300'000);
    std::vector<DocBits> sets;
    for (int left = *rc::gen::inRange(0, 5); left > 0; --left)
      sets.push_back(bits_of(any_numbers(limit), limit));
    std::vector<const DocBits*> at;
    for (const DocBits& set : sets) at.push_back(&set);
    DocBits added = bits_of(any_numbers(limit), limit);
    DocBits one_by_one = added;
    added.add_all(at);
    for (const DocBits& set : sets) one_by_one.add(set);
    RC_ASSERT(added == one_by_one);
    DocBits rest(limit);
    rest.insert_all();
    DocBits rest_one_by_one = rest;
    rest.subtract_all(at);
    for (const DocBits& set : sets) rest_one_by_one.subtract(set);
    RC_ASSERT(rest == rest_one_by_one);
  });
}

TEST_CASE("doc bits: a few numbers far apart are visited in order", "[snapshot]") {
  const Numbers numbers{0, 63, 64, 511, 512, 1024, 70'000, 99'999};
  CHECK(numbers_of(bits_of(numbers, 100'000)) == numbers);
}

TEST_CASE("doc bits: the next number is the least from there on", "[snapshot]") {
  rc::prop("from every number", [] {
    const auto limit = *rc::gen::elementOf(kLimits);
    const Numbers numbers = any_numbers(limit);
    const DocBits bits = bits_of(numbers, limit);
    for (std::uint32_t from = 0; from <= limit; ++from) {
      const auto next = numbers.lower_bound(from);
      RC_ASSERT(bits.next_from(from) == (next == numbers.end() ? limit : *next));
    }
  });
}

TEST_CASE("doc bits: what is added twice is counted apart", "[snapshot]") {
  rc::prop("several sets, whole and number by number", [] {
    const auto limit = *rc::gen::elementOf(kLimits);
    std::multiset<std::uint32_t> all;
    DocBits once(limit);
    DocBits twice(limit);
    for (int i = 0; i < 4; ++i) {
      const Numbers numbers = any_numbers(limit);
      all.insert(numbers.begin(), numbers.end());
      if (i % 2 == 0)
        once.add_counting(bits_of(numbers, limit), twice);
      else
        for (const std::uint32_t number : numbers) once.add_counting(number, twice);
    }
    for (std::uint32_t number = 0; number < limit; ++number) {
      RC_ASSERT(once.contains(number) == all.contains(number));
      RC_ASSERT(twice.contains(number) == (all.count(number) > 1));
    }
  });
}
