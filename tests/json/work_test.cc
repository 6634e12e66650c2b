// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "json/shapes.h"
#include "support/rows.h"

using namespace ficsearch;

TEST_CASE("work: its JSON is the record that an import reads", "[json]") {
  CHECK(to_json(test::full_work()) + "\n" == test::read_data("json/work.json"));
}

TEST_CASE("work: tags that facets would put in another order keep their own", "[json]") {
  Work work;
  work.id = "w1";
  work.title = "A";
  work.tags = {Tag{.facet = Facet::warning, .name = "a"}, Tag{.facet = Facet::fandom, .name = "b"}};
  CHECK(to_json(work) == R"({"id":"w1","title":"A","tags":{"warning":["a"],"fandom":["b"]}})");
  work.tags.push_back(Tag{.facet = Facet::warning, .name = "c:d", .spoiler = 1});
  CHECK(to_json(work) == R"({"id":"w1","title":"A","tags":["warning:a","fandom:b",)"
                         R"({"name":"warning:c:d","spoiler":1}]})");
}

TEST_CASE("work: what is empty is left out", "[json]") {
  Work work;
  work.id = "w1";
  work.title = "A";
  CHECK(to_json(work) == R"({"id":"w1","title":"A"})");
}

TEST_CASE("work: evidence stands behind its fields", "[json]") {
  Work work;
  work.id = "w1";
  work.title = "A";
  CHECK(to_json(work, {}) == R"({"id":"w1","title":"A","evidence":[]})");
  CHECK(to_json(work, {{"summary", "netorare", Polarity::absent, "NTR"}}) ==
        R"({"id":"w1","title":"A","evidence":[{"field":"summary","concept":"netorare",)"
        R"("polarity":"absent","text":"NTR"}]})");
}
