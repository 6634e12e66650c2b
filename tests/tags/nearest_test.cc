// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/nearest.h"

#include <catch2/catch.hpp>
#include <set>

#include "tags/family.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

TEST_CASE("nearest: an unknown text gets the nearest alias of each concept", "[tags]") {
  const Dictionary dictionary = test::family();
  const std::vector<std::string> nearest = nearest_aliases(dictionary, "netorai", 5);
  REQUIRE(nearest.size() == 2);
  CHECK(text::fold_key(nearest[0]) == "netori");
  CHECK(text::fold_key(nearest[1]) == "netorare");
  CHECK(nearest_aliases(dictionary, "netorai", 1).size() == 1);
  CHECK(nearest_aliases(dictionary, "netorai", 0).empty());
}

TEST_CASE("nearest: a known text is never corrected", "[tags]") {
  const Dictionary dictionary = test::family();
  for (const Dictionary::Alias& alias : dictionary.aliases()) {
    CAPTURE(alias.text);
    CHECK(nearest_aliases(dictionary, alias.text, 5).empty());
  }
  CHECK(nearest_aliases(dictionary, "ＮＥＴＯＲＩ", 5).empty());
}

TEST_CASE("nearest: nothing is near an unlike text", "[tags]") {
  const Dictionary dictionary = test::family();
  CHECK(nearest_aliases(dictionary, "zzzzzzzz", 5).empty());
  CHECK(nearest_aliases(dictionary, "", 5).empty());
}

}  // namespace
}  // namespace ficsearch::tags
