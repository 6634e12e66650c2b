// SPDX-License-Identifier: GPL-3.0-or-later
// What was excluded stays listed in its facet, with the count that it would have there.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <string>

#include "ficsearch/index.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

constexpr const char* kWorks =
    R"({"id":"trope","title":"T","tags":{"trope":["NTR"]}}
{"id":"freeform","title":"T","tags":["NTR"]}
{"id":"character","title":"T","tags":{"character":["NTR"]}}
{"id":"spoiler","title":"T","tags":{"trope":[{"name":"NTR","spoiler":1}]}}
{"id":"other","title":"T","tags":["slow burn","a tag of its own"]}
)";

// Counts by "state label" of one facet.
std::map<std::string, std::uint64_t> counts(Index& index, const FilterItem& exclude, Facet facet) {
  SearchRequest request;
  request.exclude = {exclude};
  request.facets = {facet};
  std::map<std::string, std::uint64_t> counts;
  const Reply reply = index.search(request);
  for (const FacetCount& value : reply.facets.front().second)
    counts.emplace(std::string(to_string(value.state)) + " " + value.label, value.count);
  return counts;
}

}  // namespace

TEST_CASE("facets: an excluded value counts what its facet would count of it", "[engine]") {
  const test::TemporaryDirectory folder;
  const std::filesystem::path dump = folder.path() / "works.jsonl";
  std::ofstream(dump) << kWorks;
  REQUIRE(Index::import(folder.path() / "index", {dump.string()}, {}).added == 5);
  using Counts = std::map<std::string, std::uint64_t>;
  for (const Use use : {Use::once, Use::many}) {
    CAPTURE(static_cast<int>(use));
    Index index = Index::open(folder.path() / "index", {.use = use});
    if (use == Use::many) index.warm();
    // Neither the character nor the spoiler would be counted, though they are left out.
    CHECK(counts(index, {std::nullopt, "NTR"}, Facet::trope) ==
          Counts{{"excluded Netorare", 2}, {"none Slow burn", 1}});
    // One written form of several: the others are counted anyway.
    CHECK(counts(index, {Facet::trope, "NTR", Match::written}, Facet::trope) ==
          Counts{{"excluded Netorare", 2}, {"none Netorare", 1}, {"none Slow burn", 1}});
    CHECK(counts(index, {Facet::freeform, "a tag of its own"}, Facet::freeform)
              .at("excluded a tag of its own") == 1);
    // By what its tropes bring along.
    CHECK(counts(index, {Facet::advisory, "betrayal"}, Facet::advisory).at("excluded Betrayal") ==
          2);
  }
}
