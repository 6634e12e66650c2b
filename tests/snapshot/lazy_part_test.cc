// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/lazy_part.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <thread>
#include <vector>

using ficsearch::snapshot::LazyPart;

TEST_CASE("lazy part: it is made once and stays where it is", "[snapshot]") {
  LazyPart<int> part;
  CHECK(part.if_built() == nullptr);
  const int& first = part.get([] { return 7; });
  CHECK(first == 7);
  CHECK(part.if_built() == &first);
  CHECK(&part.get([]() -> int { throw std::logic_error("made twice"); }) == &first);
}

TEST_CASE("lazy part: after a failure the next one tries again", "[snapshot]") {
  LazyPart<int> part;
  CHECK_THROWS_AS(part.get([]() -> int { throw std::runtime_error("overtaken"); }),
                  std::runtime_error);
  CHECK(part.if_built() == nullptr);
  CHECK(part.get([] { return 7; }) == 7);
}

TEST_CASE("lazy part: of many threads one makes it, and all read the same", "[snapshot]") {
  constexpr std::size_t kThreads = 4;
  for (int round = 0; round < 100; ++round) {
    LazyPart<std::vector<int>> part;
    std::atomic<int> made = 0;
    std::vector<const std::vector<int>*> seen(kThreads);
    {
      std::vector<std::jthread> threads;
      for (auto& place : seen)
        threads.emplace_back([&] {
          place = &part.get([&] {
            ++made;
            return std::vector<int>(10, 7);
          });
        });
    }
    REQUIRE(made == 1);
    for (const auto* place : seen) REQUIRE(place == part.if_built());
  }
}
