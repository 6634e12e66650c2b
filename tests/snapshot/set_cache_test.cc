// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/set_cache.h"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

using ficsearch::snapshot::DocSet;
using ficsearch::snapshot::SetCache;

namespace {

constexpr std::uint32_t kLimit = 64000;

// The sets of a cache, with the number of times that one had to be made.
struct Counted {
  explicit Counted(std::size_t most_bytes) : cache(most_bytes) {}

  std::shared_ptr<const DocSet> get(const std::string& key, std::uint32_t number) {
    return cache.get(key, [&] {
      ++made;
      return DocSet({number}, kLimit);
    });
  }

  SetCache cache;
  int made = 0;
};

// What one entry with a key of one letter costs.
std::size_t bytes_of_one() {
  Counted sets(1 << 20);
  sets.get("a", 1);
  return sets.cache.bytes();
}

}  // namespace

TEST_CASE("set cache: a set is made once while there is room", "[snapshot]") {
  Counted sets(1 << 20);
  const auto first = sets.get("a", 1);
  CHECK(sets.get("a", 2) == first);
  CHECK(sets.get("b", 2)->contains(2));
  CHECK(sets.made == 2);
}

TEST_CASE("set cache: what was not used for longest goes first", "[snapshot]") {
  Counted sets(2 * bytes_of_one());
  sets.get("a", 1);
  sets.get("b", 2);
  sets.get("a", 1);
  sets.get("c", 3);  // b goes
  CHECK(sets.made == 3);
  sets.get("a", 1);
  CHECK(sets.made == 3);
  sets.get("b", 2);
  CHECK(sets.made == 4);
}

TEST_CASE("set cache: its bound holds after every set", "[snapshot]") {
  const std::size_t most = 5 * bytes_of_one();
  Counted sets(most);
  for (std::uint32_t number = 1; number < 100; ++number) {
    const auto set = sets.get(std::to_string(number), number);
    CHECK(set->contains(number));
    CHECK(sets.cache.bytes() <= most);
    CHECK(sets.cache.bytes() > 0);
  }
}

TEST_CASE("set cache: without room every set is made, and given all the same", "[snapshot]") {
  Counted sets(0);
  CHECK(sets.get("a", 1)->contains(1));
  CHECK(sets.get("a", 1)->contains(1));
  CHECK(sets.made == 2);
  CHECK(sets.cache.bytes() == 0);
}

TEST_CASE("set cache: a set that could not be made leaves nothing", "[snapshot]") {
  Counted sets(1 << 20);
  CHECK_THROWS_AS(sets.cache.get("a", []() -> DocSet { throw std::runtime_error("overtaken"); }),
                  std::runtime_error);
  CHECK(sets.cache.bytes() == 0);
  CHECK(sets.get("a", 1)->contains(1));
}
