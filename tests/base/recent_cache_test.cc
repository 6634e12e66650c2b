// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/recent_cache.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using ficsearch::base::RecentCache;
using ficsearch::base::TextHash;

namespace {

using Cache = RecentCache<std::string, int, TextHash>;

constexpr std::size_t kBytes = 1000;  // of each value

void keep(Cache& cache, const std::string& key, int value) {
  cache.keep(key, std::make_shared<const int>(value), kBytes);
}

// What one value costs.
std::size_t cost_of_one() {
  Cache cache(10 * kBytes);
  keep(cache, "a", 1);
  return cache.bytes();
}

}  // namespace

TEST_CASE("recent cache: a value is found by a view of its key", "[base]") {
  Cache cache(10 * kBytes);
  CHECK(cache.find(std::string_view("a")) == nullptr);
  keep(cache, "a", 1);
  REQUIRE(cache.find(std::string_view("a")) != nullptr);
  CHECK(*cache.find(std::string_view("a")) == 1);
}

TEST_CASE("recent cache: of two values for one key the first one stays", "[base]") {
  Cache cache(10 * kBytes);
  keep(cache, "a", 1);
  CHECK(*cache.keep("a", std::make_shared<const int>(2), kBytes) == 1);
  CHECK(cache.bytes() == cost_of_one());
}

TEST_CASE("recent cache: the oldest value goes that was not asked for", "[base]") {
  Cache cache(3 * cost_of_one());
  for (const char* key : {"a", "b", "c"}) keep(cache, key, 1);
  cache.find("a");
  keep(cache, "d", 1);
  CHECK(cache.find("a") != nullptr);
  CHECK(cache.find("b") == nullptr);
  CHECK(cache.find("c") != nullptr);
  CHECK(cache.find("d") != nullptr);
  CHECK(cache.bytes() == 3 * cost_of_one());
}

TEST_CASE("recent cache: a value that is larger than the bound is given and not kept", "[base]") {
  Cache cache(kBytes);
  CHECK(*cache.keep("a", std::make_shared<const int>(1), 2 * kBytes) == 1);
  CHECK(cache.find("a") == nullptr);
  CHECK(cache.bytes() == 0);
}

TEST_CASE("recent cache: values stay whole when they have gone", "[base]") {
  Cache cache(cost_of_one());
  keep(cache, "a", 1);
  const auto held = cache.find("a");
  keep(cache, "b", 2);
  keep(cache, "c", 3);
  CHECK(cache.find("a") == nullptr);
  CHECK(*held == 1);
}

TEST_CASE("recent cache: a key comes again when it was asked about before", "[base]") {
  Cache cache(kBytes);
  CHECK_FALSE(cache.comes_again("a"));
  CHECK(cache.comes_again("a"));
  CHECK_FALSE(cache.comes_again("b"));
}
