// SPDX-License-Identifier: GPL-3.0-or-later
// schema/work.schema.json says what a record may hold; the reader must know exactly that.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "ficsearch/json.h"
#include "ingest/sources.h"
#include "ingest/tag_list.h"
#include "ingest/work_record.h"
#include "json/schema_check.h"

using namespace ficsearch;
using nlohmann::json;

namespace {

std::set<std::string> keys_of(const json& object_schema) {
  std::set<std::string> keys;
  for (const auto& [key, value] : object_schema.at("properties").items()) keys.insert(key);
  return keys;
}

template <typename Names>
std::set<std::string> set_of(const Names& names) {
  return {names.begin(), names.end()};
}

}  // namespace

TEST_CASE("work schema: its keys are the keys that the reader knows", "[ingest]") {
  const test::Schema schema("work");
  const json& definitions = schema.root().at("$defs");
  CHECK(keys_of(schema.root()) == set_of(ingest::work_keys()));
  CHECK(keys_of(definitions.at("part")) == set_of(ingest::part_keys()));
  CHECK(keys_of(definitions.at("reading")) == set_of(ingest::reading_keys()));
  CHECK(keys_of(definitions.at("tag_object")) == set_of(ingest::kTagKeys));
}

TEST_CASE("work schema: its facets are the facets of tags", "[ingest]") {
  const test::Schema schema("work");
  std::set<std::string> facets;
  for (const Facet facet : kAllFacets) facets.emplace(to_string(facet));
  CHECK(set_of(schema.root().at("$defs").at("facet").at("enum")) == facets);
}

TEST_CASE("work schema: its examples are valid, and are read", "[ingest]") {
  test::Schema schema("work");
  const json examples = schema.root().at("examples");
  REQUIRE(!examples.empty());
  for (const json& example : examples) {
    CAPTURE(example.dump());
    CHECK(schema.problems(example) == std::vector<std::string>{});
    const Work work = test::read_work(example.dump());
    CHECK(schema.problems(json::parse(to_json(work))) == std::vector<std::string>{});
  }
}

TEST_CASE("work schema: no key is without an example", "[ingest]") {
  test::Schema schema("work");
  for (const json& example : schema.root().at("examples")) schema.problems(example);
  CHECK(schema.unseen() == std::set<std::string>{});
}
