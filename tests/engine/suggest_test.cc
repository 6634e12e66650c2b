// SPDX-License-Identifier: GPL-3.0-or-later
// What is suggested besides completions: names that are alike, and never a sibling of what fits.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "ficsearch/index.h"
#include "ficsearch/tags.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

class Shelf {
 public:
  Shelf() {
    const std::filesystem::path dump = folder_.path() / "works.jsonl";
    std::ofstream(dump, std::ios::binary)
        << R"({"id":"w1","title":"One","tags":["netorare","blue exorcist"]}
{"id":"w2","title":"Two","tags":["netorase","カーナバル","vampire hunter"]}
{"id":"w3","title":"Three","tags":{"character":["shiraishi utaha"]}}
)";
    ImportOptions options;
    options.on_reject = [](const Reject& reject) { FAIL(reject.message); };
    REQUIRE(Index::import(directory(), {dump.string()}, options).added == 3);
  }

  std::filesystem::path directory() const { return folder_.path() / "index"; }

 private:
  test::TemporaryDirectory folder_;
};

// Guesses in parentheses.
std::string named(const std::vector<Suggestion>& suggestions) {
  std::string names;
  for (const Suggestion& each : suggestions)
    names += (names.empty() ? "" : " ") +
             (each.is_alike ? "(" + each.concept_id + ")" : each.concept_id);
  return names;
}

std::string suggested(const std::string& typed, const SearchRequest& request = {}) {
  const Shelf shelf;
  return named(Index::open(shelf.directory()).suggest(request, typed, 5));
}

}  // namespace

TEST_CASE("suggest: what nothing begins with leads to names that are alike", "[engine]") {
  CHECK(suggested("exorzist blue").starts_with("(freeform:blue exorcist)"));
  CHECK(suggested("carnaval").starts_with("(freeform:かーなばる)"));
  CHECK(suggested("character:utaha shirashi") == "(character:shiraishi utaha)");
}

TEST_CASE("suggest: no guess is kept distinct from what was typed", "[engine]") {
  // The archive bears netorare and netorase; each of these fits one concept or none that it bears.
  CHECK(suggested("netori") == "");
  CHECK(suggested("寝取り") == "");
  CHECK(suggested("netorar") == "netorare");
  CHECK(suggested("netoras") == "netorase");
  CHECK(named(Tags::builtin().suggest("ntr", 0)).find("netorase") == std::string::npos);
}

TEST_CASE("suggest: a slip between siblings names them all as guesses", "[engine]") {
  CHECK(suggested("netorate").starts_with("(netorare) (netorase)"));
}

TEST_CASE("suggest: a guess stays within the facet and the works that were asked for", "[engine]") {
  CHECK(suggested("character:exorzist") == "");
  SearchRequest request;
  request.exclude = {parse_filter_item("vampire hunter")};
  CHECK(suggested("carnaval", request).find("かーなばる") == std::string::npos);
}

TEST_CASE("suggest: what is excluded is not named as a neighbour either", "[engine]") {
  const Shelf shelf;
  SearchRequest request;
  const auto neighbours = [&](Use use) {
    Index index = Index::open(shelf.directory(), {.use = use});
    if (use == Use::many) index.warm();
    return index.suggest(request, "netorase", 1).at(0).not_same;
  };
  for (const Use use : {Use::once, Use::many}) {
    request.exclude.clear();
    CHECK_THAT(neighbours(use), Catch::VectorContains<std::string>("Netorare"));
    request.exclude = {parse_filter_item("NTR")};
    const std::vector<std::string> named = neighbours(use);
    CHECK_THAT(named, Catch::VectorContains<std::string>("Netori"));
    CHECK_THAT(named, !Catch::VectorContains<std::string>("Netorare"));
  }
}
