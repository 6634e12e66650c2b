// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "ficsearch/concept.h"
#include "ficsearch/error.h"
#include "ficsearch/search.h"
#include "ficsearch/work.h"
#include "support/rows.h"

using namespace ficsearch;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

namespace {

std::string canonical_sort_key(const std::string& text) {
  try {
    return to_string(parse_sort_key(text));
  } catch (const Error& error) {
    return std::string(to_string(error.code()));
  }
}

}  // namespace

TEST_CASE("values: a filter item is a facet and a value, or a value", "[base]") {
  for (const Row& row : read_rows("base/filter_items.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      const FilterItem item = parse_filter_item(row["text"]);
      CHECK((item.facet ? to_string(*item.facet) : "") == row["facet"]);
      CHECK(item.value == row["value"]);
      CHECK(item.match == Match::concept_);
    }
}

TEST_CASE("values: a slip of a facet's name is refused, with what was meant", "[base]") {
  for (const char* slip : {"trop:NTR", "Tropes:NTR", "charcter:Nine", "fandm:x", "freefrom:x"}) {
    CAPTURE(slip);
    try {
      parse_filter_item(slip);
      FAIL("it was taken for a tag");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::unknown_facet);
      CHECK_THAT(error.hint(), Catch::StartsWith("did you mean "));
    }
  }
  for (const char* tag :
       {"year:2006", "season:winter", "on:danime", "Fate:Zero", "http://example.org", "sequel: x"})
    CHECK_NOTHROW(parse_filter_item(tag));
}

TEST_CASE("values: a sort key has one canonical text", "[base]") {
  for (const Row& row : read_rows("base/sort_keys.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(canonical_sort_key(row["text"]) == row["canonical"]);
    }
}

TEST_CASE("values: an unknown sort key is told which there are", "[base]") {
  try {
    parse_sort_key("popularity");
    FAIL("a key that nobody knows was taken");
  } catch (const Error& error) {
    CHECK(error.what() == std::string("there is no sort key \"popularity\""));
    CHECK(error.hint() ==
          "sort keys: relevance, published, updated, words, kudos, hits, comments, bookmarks, "
          "rating, title");
  }
}

TEST_CASE("values: a rating counts as one of four, or as none", "[base]") {
  for (const Row& row : read_rows("base/ratings.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(to_string(rating_of(row["text"])) == row["rating"]);
    }
}

TEST_CASE("values: ratings rise from general to explicit", "[base]") {
  CHECK(Rating::general < Rating::teen);
  CHECK(Rating::teen < Rating::mature);
  CHECK(Rating::mature < Rating::explicit_);
}

TEST_CASE("values: the label of a concept is the English one", "[base]") {
  Concept subject;
  subject.id = "netorare";
  CHECK(subject.label() == "netorare");
  subject.labels = {{"ja", "寝取られ"}, {"en", "Netorare"}};
  CHECK(subject.label() == "Netorare");
}
