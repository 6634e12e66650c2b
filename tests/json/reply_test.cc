// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "json/shapes.h"
#include "support/rows.h"

using namespace ficsearch;

namespace {

std::string without_line_end(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("reply: keys stand in the order of the contract", "[json]") {
  CHECK(to_json(test::full_reply()) == without_line_end(test::read_data("json/reply.json")));
}

TEST_CASE("reply: a batch gives microseconds instead of milliseconds", "[json]") {
  const std::string json = to_json(Reply{}, 1234.5);
  CHECK(json.ends_with(R"("snapshot":"","took_us":1234.5})"));
}

TEST_CASE("reply: an empty one still has every list", "[json]") {
  CHECK(to_json(Reply{}) ==
        R"({"hits":[],"total":{"value":0,"exact":true},"facets":{},)"
        R"("applied":{"query":"","exclude":[],"profile":null,"enforced":false,)"
        R"("expands_to":{"concepts":0,"spellings":0}},"warnings":[],"snapshot":"","took_ms":0.0})");
}

TEST_CASE("reply: a hit that was not ranked has no score", "[json]") {
  Hit hit = test::full_hit();
  hit.score.reset();
  CHECK(to_json(hit).find(R"("score":null)") != std::string::npos);
}

TEST_CASE("reply: a hit that was asked for its id has nothing else", "[json]") {
  Hit hit;
  hit.id = "w1";
  CHECK(to_json(hit) == R"({"id":"w1"})");
}

TEST_CASE("reply: a hit has the same JSON alone and in a reply", "[json]") {
  CHECK(to_json(test::full_reply()).find(to_json(test::full_hit())) != std::string::npos);
}
