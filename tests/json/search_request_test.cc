// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "json/schema_check.h"
#include "json/shapes.h"
#include "support/rows.h"

using namespace ficsearch;

namespace {

// One request with every value changed from its default.
SearchRequest full_request() {
  SearchRequest request;
  request.query = "slow burn";
  request.include = {FilterItem{.facet = Facet::fandom, .value = "Original Work"}};
  request.exclude = {FilterItem{.facet = std::nullopt, .value = "NTR"},
                     FilterItem{.facet = Facet::trope, .value = "netorase"},
                     FilterItem{.facet = Facet::freeform, .value = "NTR", .match = Match::written}};
  request.filter = "words:>=10k";
  request.profile = "mine";
  request.without_profile = true;
  request.max_rating = Rating::teen;
  request.languages = {"ja", "en"};
  request.facets = {Facet::fandom, Facet::trope};
  request.keep_own_includes = true;
  request.facet_limit = 5;
  request.facet_counts = FacetCounts::closure;
  request.sort = {SortKey{Field::kudos, false}, SortKey{Field::updated, true}};
  request.limit = 50;
  request.offset = 100;
  request.cursor = "c1";
  request.fields = {"words", "updated"};
  request.highlight_fields = {"summary"};
  request.spoilers = Spoilers::all;
  request.part_scope = PartScope::main;
  request.mentions = Mentions::exclude;
  request.timeout = std::chrono::milliseconds(500);
  request.explain = true;
  return request;
}

std::string outcome(const std::string& json) {
  try {
    return parse_search_request(json) == SearchRequest{} ? "default" : "read";
  } catch (const Error& error) {
    const std::string hint = error.hint().empty() ? "" : " (" + error.hint() + ")";
    return std::string(to_string(error.code())) + ": " + error.what() + hint;
  }
}

}  // namespace

TEST_CASE("request: the first example of the schema sets every parameter", "[json]") {
  test::Schema schema("request");
  const nlohmann::json example = schema.root()["examples"][0];
  CHECK(parse_search_request(example.dump()) == full_request());
  CHECK(schema.problems(example).empty());
  CHECK(schema.unseen().empty());
}

TEST_CASE("request: the rows are read, or refused with code and message", "[json]") {
  for (const test::Row& row : test::read_rows("json/search_request.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      CHECK(outcome(row["json"]) == row["outcome"]);
    }
}

TEST_CASE("request: what is read is valid under the schema", "[json]") {
  test::Schema schema("request");
  for (const test::Row& row : test::read_rows("json/search_request.tsv"))
    if (row["outcome"] == "read" || row["outcome"] == "default") DYNAMIC_SECTION(row["why"]) {
        CHECK(schema.problems(nlohmann::json::parse(row["json"])).empty());
      }
}

TEST_CASE("request: an item is split at a facet's colon only", "[json]") {
  const SearchRequest request = parse_search_request(R"({"exclude":["Re:Zero","fandom:Re:Zero"]})");
  CHECK(request.exclude ==
        std::vector<FilterItem>{{std::nullopt, "Re:Zero"}, {Facet::fandom, "Re:Zero"}});
}

TEST_CASE("request: facets and ratings are matched without regard to case", "[json]") {
  const SearchRequest request =
      parse_search_request(R"({"facets":["FANDOM"],"max_rating":"Teen"})");
  CHECK(request.facets == std::vector{Facet::fandom});
  CHECK(request.max_rating == Rating::teen);
}

TEST_CASE("request: a list of 5,000 excludes keeps every entry in order", "[json]") {
  nlohmann::json json;
  for (int i = 0; i < 5000; ++i) json["exclude"].push_back("tag " + std::to_string(i));
  const SearchRequest request = parse_search_request(json.dump());
  REQUIRE(request.exclude.size() == 5000);
  CHECK(request.exclude.front().value == "tag 0");
  CHECK(request.exclude.back().value == "tag 4999");
}

TEST_CASE("request: a batch line with suggest asks for completions", "[json]") {
  test::Schema schema("suggest-request");
  const nlohmann::json example = schema.root()["examples"][0];
  CHECK(schema.problems(example).empty());
  CompletionRequest expected{"netor", 5, {}};
  expected.filters.exclude = {FilterItem{.facet = std::nullopt, .value = "NTR"}};
  expected.filters.profile = "mine";
  const auto read = parse_batch_request(example.dump());
  REQUIRE(std::holds_alternative<CompletionRequest>(read));
  CHECK(std::get<CompletionRequest>(read) == expected);
  CHECK(std::get<CompletionRequest>(parse_batch_request(R"({"suggest":"x"})")).limit == 10);
}

TEST_CASE("request: any other batch line is a search", "[json]") {
  const auto read = parse_batch_request(R"({"q":"suggest"})");
  REQUIRE(std::holds_alternative<SearchRequest>(read));
  CHECK(std::get<SearchRequest>(read).query == "suggest");
}

TEST_CASE("request: what says nothing of works has no place among completions", "[json]") {
  for (const char* extra :
       {R"("sort":["kudos"])", R"("offset":1)", R"("cursor":"c")", R"("facets":["trope"])",
        R"("facet_limit":1)", R"("fields":["id"])", R"("highlight_fields":["title"])",
        R"("explain":true)", R"("sugest":"x")"}) {
    CAPTURE(extra);
    try {
      parse_batch_request(R"({"suggest":"x",)" + std::string(extra) + "}");
      FAIL("nothing was thrown");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::unknown_parameter);
    }
  }
  CHECK_THROWS_AS(parse_batch_request(R"({"suggest":null})"), Error);
  CHECK_THROWS_AS(parse_batch_request(R"({"suggest":"x","suggest":"y"})"), Error);
}

TEST_CASE("request: ill-formed UTF-8 is an error with its offset", "[json]") {
  try {
    parse_search_request("{\"q\":\"\xFF\"}");
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_utf8);
    CHECK(error.where().byte_offset == 6);
  }
}

TEST_CASE("request: any bytes give a request or an Error", "[json]") {
  rc::prop("random bytes do no harm", [](const std::string& bytes) {
    try {
      (void)parse_search_request(bytes);
    } catch (const Error& error) {
      RC_ASSERT(error.what() != std::string());
    }
  });
}
