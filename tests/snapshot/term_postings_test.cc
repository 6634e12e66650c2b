// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/term_postings.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <map>

#include "snapshot/text_database.h"

using namespace ficsearch;
using snapshot::TermPostings;

namespace {

constexpr std::uint32_t kLimit = 70'000;  // above 65,536, where low halves begin anew

using Frequencies = std::map<std::uint32_t, std::uint32_t>;  // by document number

TermPostings postings_of(const Frequencies& works) {
  test::TermFrequencies terms;
  for (const auto& [number, frequency] : works) terms[number]["Tword"] = frequency;
  return {test::database_of(terms), "Tword", kLimit};
}

// What a list says of all works, by visiting and by looking up.
void check(const Frequencies& works) {
  const TermPostings postings = postings_of(works);
  RC_ASSERT(postings.count() == works.size());
  std::vector<std::uint32_t> visited;
  postings.for_each([&](std::uint32_t work) { visited.push_back(work); });
  auto next = visited.begin();
  for (std::uint32_t work = 0; work < kLimit; ++work) {
    const auto expected = works.find(work);
    RC_ASSERT(postings.contains(work) == (expected != works.end()));
    RC_ASSERT(postings.frequency(work) == (expected != works.end() ? expected->second : 0));
    if (expected == works.end()) continue;
    RC_ASSERT(next != visited.end());
    RC_ASSERT(*next++ == work);
  }
  RC_ASSERT(next == visited.end());
}

}  // namespace

TEST_CASE("term postings: they say what Xapian's list says", "[snapshot]") {
  rc::prop("frequencies small, great and none", [] {
    const auto number = rc::gen::inRange(std::uint32_t{1}, kLimit);
    const auto frequency = rc::gen::oneOf(rc::gen::element<std::uint32_t>(0, 2, 254, 255, 256),
                                          rc::gen::inRange(std::uint32_t{0}, 2000U));
    check(*rc::gen::container<Frequencies>(number, frequency));
  });
  rc::prop("one frequency, works close together", [] {
    const auto frequency = *rc::gen::element<std::uint32_t>(1, 6, 300);
    const auto first = *rc::gen::inRange(std::uint32_t{1}, kLimit - 3000);
    Frequencies works;
    for (std::uint32_t work = first; work < first + 3000; work += 1 + work % 3)
      works[work] = frequency;
    if (*rc::gen::arbitrary<bool>()) works[kLimit - 1] = *rc::gen::element<std::uint32_t>(1, 400);
    check(works);
  });
}

TEST_CASE("term postings: a term that no work has has none", "[snapshot]") {
  check({});
  CHECK(TermPostings().count() == 0);
  CHECK_FALSE(TermPostings().contains(1));
}

TEST_CASE("term postings: a list is smaller than numbers of 32 bits", "[snapshot]") {
  Frequencies works;
  for (std::uint32_t work = 1; work < kLimit; work += 5) works[work] = 2;
  CHECK(postings_of(works).bytes() < works.size() * 3);
  works[1] = 4;
  CHECK(postings_of(works).bytes() < works.size() * 4);
}
