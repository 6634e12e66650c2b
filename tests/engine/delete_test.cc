// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/delete.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/profile.h"
#include "store/reader.h"
#include "support/temporary_directory.h"
#include "text/keys.h"

using namespace ficsearch;

namespace {

class Shelf {
 public:
  Shelf() {
    std::ofstream(folder_.path() / "works.jsonl")
        << R"({"id":"w1","title":"One","tags":["netorare"],"words":100}
{"id":"w2","title":"Two","tags":["netori"],"words":200}
{"id":"w3","title":"Three","tags":["slow burn"],"words":300}
{"id":"w4","title":"Four","words":400}
)";
    import();
  }

  std::filesystem::path directory() const { return folder_.path() / "index"; }
  ImportReport import() const {
    return Index::import(directory(), {(folder_.path() / "works.jsonl").string()}, {});
  }

  std::string ids() const {
    std::string ids;
    for (const Hit& hit : Index::open(directory()).search({}).hits)
      ids = hit.id + (ids.empty() ? "" : " ") + ids;
    return ids;
  }

 private:
  test::TemporaryDirectory folder_;
};

SearchRequest where(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

bool yes(std::uint64_t) {
  return true;
}

}  // namespace

TEST_CASE("delete: works are gone from hits, totals, facets and completions", "[engine][delete]") {
  const Shelf shelf;
  const DeleteReport report = delete_works(shelf.directory(), {"w1", "w3", "w1"});
  CHECK(report.deleted == 2);
  CHECK(report.missing.empty());
  CHECK(shelf.ids() == "w2 w4");
  Index index = Index::open(shelf.directory());
  SearchRequest request;
  request.facets = {Facet::trope};
  const Reply reply = index.search(request);
  CHECK(reply.total.value == 2);
  REQUIRE(reply.facets.front().second.size() == 1);
  CHECK(reply.facets.front().second.front().concept_id == "netori");
  for (const Suggestion& suggestion : index.suggest({}, "netora", 0))
    CHECK(suggestion.concept_id != "netorare");
}

TEST_CASE("delete: ids that are not there are named, and the others go", "[engine][delete]") {
  const Shelf shelf;
  const DeleteReport report = delete_works(shelf.directory(), {"zz", "w1", ""});
  CHECK(report.deleted == 1);
  CHECK(report.missing == std::vector<std::string>{"zz", ""});
  CHECK(shelf.ids() == "w2 w3 w4");
}

TEST_CASE("delete: the numbers of other works stay", "[engine][delete]") {
  const Shelf shelf;
  const auto numbers = [&] {
    const store::Reader reader(shelf.directory(), text::normalizer_version());
    return std::pair(reader.find_work("w2"), reader.find_work("w4"));
  };
  const auto before = numbers();
  delete_works(shelf.directory(), {"w1", "w3"});
  CHECK(numbers() == before);
}

TEST_CASE("delete: a work that is imported again is new, and last", "[engine][delete]") {
  const Shelf shelf;
  delete_works(shelf.directory(), {"w1"});
  CHECK(shelf.import().added == 1);
  CHECK(shelf.ids() == "w2 w3 w4 w1");
}

TEST_CASE("delete: all that match a query go, if whoever is asked agrees", "[engine][delete]") {
  const Shelf shelf;
  std::uint64_t told = 0;
  const auto no = [&](std::uint64_t works) {
    told = works;
    return false;
  };
  CHECK(delete_matching(shelf.directory(), where("words:<=200"), no).deleted == 0);
  CHECK(told == 2);
  CHECK(shelf.ids() == "w1 w2 w3 w4");
  CHECK(delete_matching(shelf.directory(), where("words:<=200"), yes).deleted == 2);
  CHECK(shelf.ids() == "w3 w4");
}

TEST_CASE("delete: no profile keeps a work from being deleted", "[engine][delete]") {
  const Shelf shelf;
  Profile profile;
  profile.exclude = {parse_filter_item("NTR")};
  set_enforced_profile(shelf.directory(), profile);
  set_profile(shelf.directory(), "default", profile);
  CHECK(delete_matching(shelf.directory(), where("tag:netorare"), yes).deleted == 1);
}

TEST_CASE("delete: a query that asks for nothing deletes nothing", "[engine][delete]") {
  const Shelf shelf;
  for (const char* query : {"", "  ", "sort:kudos"}) {
    CAPTURE(query);
    try {
      delete_matching(shelf.directory(), where(query), yes);
      FAIL("nothing was thrown");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::empty_filter);
    }
  }
  CHECK(shelf.ids() == "w1 w2 w3 w4");
}

TEST_CASE("delete: no index is made by deleting from it", "[engine][delete]") {
  const test::TemporaryDirectory directory;
  CHECK_THROWS_AS(delete_works(directory.path() / "none", {"w1"}), Error);
  CHECK_FALSE(std::filesystem::exists(directory.path() / "none"));
}

TEST_CASE("create: an empty index can be searched, and is made once", "[engine]") {
  const test::TemporaryDirectory directory;
  Index::create(directory.path() / "index");
  CHECK(Index::open(directory.path() / "index").search({}).total.value == 0);
  CHECK_THROWS_AS(Index::create(directory.path() / "index"), Error);
}
