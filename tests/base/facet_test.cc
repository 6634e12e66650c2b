// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/facet.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace ficsearch;

TEST_CASE("facet: every facet is found by its name", "[base]") {
  std::set<std::string_view> names;
  for (const Facet facet : kAllFacets) {
    INFO(to_string(facet));
    CHECK(find_facet(to_string(facet)) == facet);
    CHECK(names.insert(to_string(facet)).second);
  }
  CHECK(names.size() == kAllFacets.size());
}

TEST_CASE("facet: the list of all facets holds every number once", "[base]") {
  std::set<int> numbers;
  for (const Facet facet : kAllFacets) numbers.insert(static_cast<int>(facet));
  CHECK(numbers.size() == kAllFacets.size());
  CHECK(*numbers.begin() == 0);
  CHECK(*numbers.rbegin() == static_cast<int>(kAllFacets.size()) - 1);
}

TEST_CASE("facet: numbers on disk never change", "[base]") {
  CHECK(static_cast<int>(Facet::freeform) == 0);
  CHECK(static_cast<int>(Facet::fandom) == 1);
  CHECK(static_cast<int>(Facet::trope) == 5);
  CHECK(static_cast<int>(Facet::advisory) == 7);
  CHECK(static_cast<int>(Facet::status) == 16);
}

TEST_CASE("facet: names match in any ASCII case and only as a whole", "[base]") {
  CHECK(find_facet("FANDOM") == Facet::fandom);
  for (const char* name : {"", "fan", "fandoms", " fandom", "ｆａｎｄｏｍ", "unknown"})
    CHECK_FALSE(find_facet(name));
}
