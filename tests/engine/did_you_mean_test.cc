// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a tag that nobody knows: the nearest names of dictionary and archive.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "ficsearch/index.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

class Shelf {
 public:
  Shelf() {
    const std::filesystem::path dump = folder_.path() / "works.jsonl";
    std::ofstream(dump, std::ios::binary)
        << R"({"id":"w1","title":"One","tags":["netorare","campfire stories"]}
{"id":"w2","title":"Two","tags":{"character":["shiraishi utaha"]}}
)";
    REQUIRE(Index::import(folder_.path() / "index", {dump.string()}, {}).added == 2);
  }

  std::vector<Warning> warnings(const std::string& query) const {
    SearchRequest request;
    request.query = query;
    return Index::open(folder_.path() / "index").search(request).warnings;
  }

 private:
  test::TemporaryDirectory folder_;
};

bool suggests(const std::vector<Warning>& warnings, const std::string& name) {
  return std::any_of(warnings.begin(), warnings.end(), [&](const Warning& warning) {
    return std::find(warning.suggestions.begin(), warning.suggestions.end(), name) !=
           warning.suggestions.end();
  });
}

}  // namespace

TEST_CASE("did you mean: a name of the dictionary that is near", "[engine]") {
  CHECK(suggests(Shelf().warnings("tag:slowburrn"), "Slow burn"));
}

TEST_CASE("did you mean: a name that only the archive bears", "[engine]") {
  CHECK(suggests(Shelf().warnings("tag:\"campfire storys\""), "campfire stories"));
  CHECK(suggests(Shelf().warnings("-tag:\"campfire storys\""), "campfire stories"));
}

TEST_CASE("did you mean: the facet under which a tag is known", "[engine]") {
  CHECK(suggests(Shelf().warnings("character:netorare"), "trope:netorare"));
}

TEST_CASE("did you mean: what is known is never corrected into a sibling", "[engine]") {
  const Shelf shelf;
  for (const char* known : {"netori", "netorase", "寝取り", "ねとらせ"}) {
    CAPTURE(known);
    const auto warnings = shelf.warnings("-tag:" + std::string(known));
    for (const char* sibling : {"netorare", "trope:netorare", "寝取られ", "NTR"})
      CHECK(!suggests(warnings, sibling));
  }
}

TEST_CASE("did you mean: nothing is near an unlike text", "[engine]") {
  const auto warnings = Shelf().warnings("tag:zzqqxxyyzz");
  REQUIRE(warnings.size() == 1);
  CHECK(warnings.front().code == "unknown_tag");
  CHECK(warnings.front().suggestions.empty());
}
