// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a tag that nobody knows: the nearest names of dictionary and archive.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "ficsearch/delete.h"
#include "ficsearch/index.h"
#include "ficsearch/profile.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

class Shelf {
 public:
  Shelf()
      : Shelf(R"({"id":"w1","title":"One","tags":["netorare","campfire stories"]}
{"id":"w2","title":"Two","tags":{"character":["shiraishi utaha"]}}
)") {}
  explicit Shelf(const std::string& works) {
    const std::filesystem::path dump = folder_.path() / "works.jsonl";
    std::ofstream(dump, std::ios::binary) << works;
    Index::import(directory(), {dump.string()}, {});
  }

  std::filesystem::path directory() const { return folder_.path() / "index"; }
  std::vector<Warning> warnings(const SearchRequest& request) const {
    return Index::open(directory()).search(request).warnings;
  }
  std::vector<Warning> warnings(const std::string& query) const {
    SearchRequest request;
    request.query = query;
    return warnings(request);
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

TEST_CASE("did you mean: no name that only works bear which the filters hide", "[engine]") {
  const Shelf shelf(
      R"({"id":"w1","title":"One","tags":["NTR","secretlover"],"authors":["Mallory"],"rating":"explicit"}
{"id":"w2","title":"Two","tags":["slow burn","quiet lantern"],"language":"ja","rating":"teen"}
{"id":"w3","title":"Three","tags":[{"name":"whodunnit twist","spoiler":2}],"rating":"teen"}
)");
  SearchRequest tag;
  tag.query = "tag:secretlovr";
  SearchRequest author;
  author.query = "author:Malory";
  CHECK(suggests(shelf.warnings(tag), "secretlover"));
  CHECK(suggests(shelf.warnings(author), "Mallory"));
  for (SearchRequest request : {tag, author}) {
    CAPTURE(request.query);
    SearchRequest excluding = request;
    excluding.exclude = {parse_filter_item("NTR")};
    CHECK(shelf.warnings(excluding).back().suggestions.empty());
    SearchRequest rated = request;
    rated.max_rating = Rating::mature;
    CHECK(shelf.warnings(rated).back().suggestions.empty());
    SearchRequest in_japanese = request;
    in_japanese.languages = {"ja"};
    CHECK(shelf.warnings(in_japanese).back().suggestions.empty());
  }
  CHECK(!suggests(shelf.warnings("tag:\"whodunit twist\""), "whodunnit twist"));
  CHECK(suggests(shelf.warnings("tag:\"quiet lanternn\""), "quiet lantern"));

  Profile enforced;
  enforced.exclude = {parse_filter_item("NTR")};
  set_enforced_profile(shelf.directory(), enforced);
  CHECK(shelf.warnings(tag).back().suggestions.empty());
  CHECK(shelf.warnings(author).back().suggestions.empty());
  Profile saved;
  saved.exclude = {parse_filter_item("secretlovr"), parse_filter_item("quiet lanternn")};
  const std::vector<Warning> told = set_profile(shelf.directory(), "mine", saved);
  CHECK(!suggests(told, "secretlover"));
  CHECK(suggests(told, "quiet lantern"));
}

TEST_CASE("did you mean: no name of a deleted work", "[engine]") {
  const Shelf shelf;
  delete_works(shelf.directory(), {"w1"});
  CHECK(!suggests(shelf.warnings("tag:\"campfire storys\""), "campfire stories"));
}

TEST_CASE("did you mean: no concept that is excluded", "[engine]") {
  const Shelf shelf;
  SearchRequest request;
  request.query = "tag:netorarr";
  CHECK(suggests(shelf.warnings(request), "Netorare"));
  request.exclude = {parse_filter_item("partner-taking")};
  CHECK(!suggests(shelf.warnings(request), "Netorare"));
  request.query = "character:netorare";
  CHECK(!suggests(shelf.warnings(request), "trope:netorare"));
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
