// SPDX-License-Identifier: GPL-3.0-or-later
// The promise to readers, on the invented works of samples/: ids tell what a work is (rare, tori,
// rase, both, absent).
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

using Ids = std::set<std::string>;

class Samples {
 public:
  Samples() : index_(imported(directory_.path())) {}

  Reply search(SearchRequest request) {
    request.limit = std::nullopt;
    return index_.search(request);
  }
  Ids without(const std::string& tag) {
    SearchRequest request;
    request.exclude = {parse_filter_item(tag)};
    return ids(search(request));
  }
  Ids all() { return ids(search({})); }
  static Ids ids(const Reply& reply) {
    Ids ids;
    for (const Hit& hit : reply.hits) ids.insert(hit.id);
    return ids;
  }

 private:
  static Index imported(const std::filesystem::path& directory) {
    Index::import(directory / "index", {FICSEARCH_SOURCE_DIR "/samples/invented.jsonl"}, {});
    return Index::open(directory / "index");
  }

  test::TemporaryDirectory directory_;
  Index index_;
};

Ids of_kind(const Ids& ids, const std::string& kind) {
  Ids found;
  for (const std::string& id : ids)
    if (id.starts_with("inv:" + kind + "-")) found.insert(id);
  return found;
}

}  // namespace

TEST_CASE("exclusion: every spelling of netorare leaves out the same works",
          "[engine][exclusion]") {
  Samples samples;
  const Ids without = samples.without("NTR");
  for (const char* spelling :
       {"寝取られ", "ネトラレ", "ﾈﾄﾗﾚ", "ねとられ", "netorare", "N.T.R", "ＮＴＲ", "ntr",
        "寝とられ", "エヌティーアール", "NTR要素あり", "Netorare", "ネ.ト.ラ.レ"}) {
    CAPTURE(spelling);
    CHECK(samples.without(spelling) == without);
  }
}

TEST_CASE("exclusion: netorare takes its own works and no sibling's", "[engine][exclusion]") {
  Samples samples;
  const Ids all = samples.all();
  const Ids without = samples.without("NTR");
  CHECK(of_kind(without, "rare").empty());
  CHECK(of_kind(without, "both").empty());
  CHECK(of_kind(without, "evade").empty());
  CHECK(of_kind(without, "tori") == of_kind(all, "tori"));
  CHECK(of_kind(without, "rase") == of_kind(all, "rase"));
  CHECK(of_kind(without, "absent") == of_kind(all, "absent"));
  CHECK(of_kind(without, "plain") == of_kind(all, "plain"));
  CHECK(of_kind(all, "rare").size() == 14);
}

TEST_CASE("exclusion: netorase keeps netorare, and netori keeps both siblings",
          "[engine][exclusion]") {
  Samples samples;
  const Ids all = samples.all();
  CHECK(of_kind(samples.without("netorase"), "rare") == of_kind(all, "rare"));
  CHECK(of_kind(samples.without("寝取り"), "rare") == of_kind(all, "rare"));
  CHECK(of_kind(samples.without("寝取り"), "rase") == of_kind(all, "rase"));
  CHECK(of_kind(samples.without("netorase"), "rase").empty());
}

TEST_CASE("exclusion: the family's parent takes all three", "[engine][exclusion]") {
  Samples samples;
  const Ids without = samples.without("partner-taking");
  for (const char* kind : {"rare", "tori", "rase", "both", "routes", "spoiler"})
    CHECK(of_kind(without, kind).empty());
  CHECK(of_kind(without, "absent") == of_kind(samples.all(), "absent"));
}

TEST_CASE("exclusion: spoilers and side routes are excluded, and shown only when asked",
          "[engine][exclusion]") {
  Samples samples;
  CHECK_FALSE(samples.without("NTR").contains("inv:spoiler-01"));
  CHECK_FALSE(samples.without("NTR").contains("inv:routes-01"));
  SearchRequest including;
  including.include = {parse_filter_item("NTR")};
  CHECK_FALSE(Samples::ids(samples.search(including)).contains("inv:spoiler-01"));
  including.spoilers = Spoilers::all;
  CHECK(Samples::ids(samples.search(including)).contains("inv:spoiler-01"));
  SearchRequest main_only;
  main_only.exclude = including.include;
  main_only.part_scope = PartScope::main;
  CHECK(Samples::ids(samples.search(main_only)).contains("inv:routes-01"));
}

TEST_CASE("exclusion: an advisory takes every theme that calls for it", "[engine][exclusion]") {
  Samples samples;
  const Ids without = samples.without("advisory:betrayal");
  CHECK(of_kind(without, "rare").empty());
  CHECK(of_kind(without, "absent") == of_kind(samples.all(), "absent"));
}

TEST_CASE("exclusion: an author is left out by name", "[engine][exclusion]") {
  Samples samples;
  const Ids without = samples.without("author:森 彩");
  CHECK_FALSE(without.contains("inv:spoiler-01"));
  CHECK(without.contains("inv:plain-01"));
}

TEST_CASE("exclusion: naming an excluded tag in the query does not lift it",
          "[engine][exclusion]") {
  Samples samples;
  SearchRequest request;
  request.query = "netorare";
  request.exclude = {parse_filter_item("NTR")};
  CHECK(of_kind(Samples::ids(samples.search(request)), "rare").empty());
  request.include = request.exclude;
  CHECK(samples.search(request).total.value == 0);
}

TEST_CASE("exclusion: what nobody knows still leaves out its text, and says so",
          "[engine][exclusion]") {
  Samples samples;
  SearchRequest request;
  request.exclude = {parse_filter_item("lighthouse")};
  const Reply reply = samples.search(request);
  CHECK_FALSE(Samples::ids(reply).contains("inv:ratings-02"));  // by its summary
  REQUIRE(reply.applied.exclude.size() == 1);
  CHECK(reply.applied.exclude[0].status == ExcludeStatus::literal);
  CHECK_FALSE(reply.warnings.empty());
}

TEST_CASE("exclusion: a tag that only the archive knows is left out by any of its writings",
          "[engine][exclusion]") {
  Samples samples;
  SearchRequest request;
  request.exclude = {parse_filter_item("Ｆｅｒｒｙ")};
  const Reply reply = samples.search(request);
  CHECK_FALSE(Samples::ids(reply).contains("inv:facets-01"));
  CHECK(reply.applied.exclude[0].status == ExcludeStatus::spelling);
}

TEST_CASE("exclusion: an entry that says nothing is an error, never an ignored filter",
          "[engine][exclusion]") {
  Samples samples;
  for (const char* nothing : {"", " ", "\xE2\x80\x8B", "trope:"}) {
    SearchRequest request;
    request.exclude = {parse_filter_item("NTR"), parse_filter_item(nothing)};
    CHECK_THROWS_AS(samples.search(request), Error);
  }
}

TEST_CASE("exclusion: of 1,531 entries none is lost", "[engine][exclusion]") {
  constexpr int kEntries = 1531;
  const test::TemporaryDirectory directory;
  const std::filesystem::path dump = directory.path() / "works.jsonl";
  {
    std::ofstream out(dump);
    for (int i = 0; i < kEntries; ++i)
      out << R"({"id":"w)" << i << R"(","title":"Work","tags":["theme number )" << i << "\"]}\n";
    out << R"({"id":"kept","title":"Work","tags":["theme number x"]})" << '\n';
  }
  Index::import(directory.path() / "index", {dump.string()}, {});
  Index index = Index::open(directory.path() / "index");
  SearchRequest request;
  for (int i = 0; i < kEntries; ++i)
    request.exclude.push_back({std::nullopt, "Theme Number " + std::to_string(i), {}});
  const Reply reply = index.search(request);
  CHECK(reply.total.value == 1);
  CHECK(reply.hits.at(0).id == "kept");
  CHECK(reply.applied.exclude.size() == kEntries);
}
