// SPDX-License-Identifier: GPL-3.0-or-later
// Why a work is shown, and that it agrees with what is shown. FICSEARCH_SEED=N replays one archive.
#include "ficsearch/why.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "ficsearch/profile.h"
#include "support/random_archive.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

constexpr std::size_t kWorks = 20;
constexpr std::size_t kRequests = 12;
constexpr std::uint64_t kArchives = 5;

class Shelf {
 public:
  explicit Shelf(const std::string& works) {
    std::ofstream(folder_.path() / "works.jsonl") << works;
    ImportOptions options;
    options.on_reject = [](const Reject& reject) { FAIL(reject.message); };
    Index::import(directory(), {(folder_.path() / "works.jsonl").string()}, options);
  }
  std::filesystem::path directory() const { return folder_.path() / "index"; }

 private:
  test::TemporaryDirectory folder_;
};

const std::string kOneRoute =
    R"({"id":"w1","title":"One","rating":"mature","tags":["slow burn"],"summary":"No netori.",)"
    R"("parts":[{"id":"r2","kind":"route","title":"Storm","tags":[{"name":"寝取られ","spoiler":2}]}]})"
    "\n";

SearchRequest excluding(const std::string& tag) {
  SearchRequest request;
  request.exclude = {parse_filter_item(tag)};
  return request;
}

Why why(const Shelf& shelf, const SearchRequest& request) {
  return Index::open(shelf.directory()).why(request, "w1");
}

std::set<std::string> ids_of(const Reply& reply) {
  std::set<std::string> ids;
  for (const Hit& hit : reply.hits) ids.insert(hit.id);
  return ids;
}

void compare(Index& index, const std::vector<Work>& works, SearchRequest request) {
  std::set<std::string> shown;
  request.limit = std::nullopt;
  request.offset = 0;
  try {
    shown = ids_of(index.search(request));
  } catch (const Error& error) {
    CAPTURE(error.what());
    CHECK_THROWS_AS(index.why(request, works.front().id), Error);
    return;
  }
  for (const Work& work : works) {
    const Why why = index.why(request, work.id);
    CAPTURE(to_json(why), to_json(work));
    CHECK(why.shown == shown.contains(work.id));
    // Whatever hides a work by its tags can be shown.
    for (const WhyRule& rule : why.rules)
      if (rule.kind == RuleKind::exclude && rule.input.starts_with("trope:"))
        CHECK((!rule.tags.empty() || !rule.mentions.empty()));
  }
}

Profile random_profile(test::RandomArchive& random) {
  const SearchRequest request = random.request();
  return {{}, request.exclude, request.max_rating, {}, request.mentions};
}

void compare_archive(std::uint64_t seed) {
  CAPTURE(seed);
  test::RandomArchive random(seed);
  const std::vector<Work> works = random.works(kWorks);
  std::string dump;
  for (const Work& work : works) dump += to_json(work) + "\n";
  const Shelf shelf(dump);
  set_profile(shelf.directory(), "default", random_profile(random));
  Index index = Index::open(shelf.directory());
  for (std::size_t i = 0; i < kRequests; ++i) {
    SearchRequest request = random.request();
    request.without_profile = i % 2 == 0;
    CAPTURE(i, request.query, request.filter);
    compare(index, works, request);
  }
}

}  // namespace

TEST_CASE("why: a work is shown if and only if a search finds it", "[engine][why][property]") {
  const char* given = std::getenv("FICSEARCH_SEED");
  const std::uint64_t first = given != nullptr ? std::strtoull(given, nullptr, 10) : 1;
  for (std::uint64_t seed = first; seed < first + (given != nullptr ? 1 : kArchives); ++seed)
    compare_archive(seed);
}

TEST_CASE("why: what hides a work is named with its part and the way to the entry",
          "[engine][why]") {
  const Shelf shelf(kOneRoute);
  const Why found = why(shelf, excluding("partner-taking"));
  CHECK_FALSE(found.shown);
  REQUIRE(found.rules.size() == 1);
  const WhyRule& rule = found.rules.front();
  CHECK(rule.kind == RuleKind::exclude);
  CHECK(rule.input == "partner-taking");
  CHECK(rule.tags == std::vector<WhyTag>{{Facet::freeform,
                                          "寝取られ",
                                          2,
                                          "r2",
                                          "route",
                                          "Storm",
                                          {"netorare", "partner-taking"}}});
}

TEST_CASE("why: an advisory hides by the concept that calls for it", "[engine][why]") {
  const Shelf shelf(kOneRoute);
  const Why found = why(shelf, excluding("advisory:betrayal"));
  REQUIRE(found.rules.size() == 1);
  REQUIRE(found.rules.front().tags.size() == 1);
  CHECK(found.rules.front().tags.front().path ==
        std::vector<std::string>{"netorare", "advisory-betrayal"});
}

TEST_CASE("why: conditions are listed with the work's own value, met or not", "[engine][why]") {
  const Shelf shelf(kOneRoute);
  SearchRequest request;
  request.max_rating = Rating::teen;
  request.query = "words:>10 one";
  const Why found = why(shelf, request);
  CHECK_FALSE(found.shown);
  REQUIRE(found.rules.size() == 3);
  CHECK(found.rules[0].input == "words:>=11");
  CHECK(found.rules[0].values == std::vector<std::string>{"no words"});
  CHECK(found.rules[1].input == "one");
  CHECK_FALSE(found.rules[1].hides);
  CHECK(found.rules[2].input == "max_rating teen");
  CHECK(found.rules[2].values == std::vector<std::string>{"rating mature"});
}

TEST_CASE("why: a mention hides only where it is not denied", "[engine][why]") {
  const Shelf denied(kOneRoute);
  SearchRequest request = excluding("netori");
  request.mentions = Mentions::exclude;
  CHECK(why(denied, request).shown);
  const Shelf named(R"({"id":"w1","title":"One","summary":"Contains netori."})"
                    "\n");
  const Why found = why(named, request);
  CHECK_FALSE(found.shown);
  REQUIRE(found.rules.size() == 1);
  REQUIRE(found.rules.front().mentions.size() == 1);
  CHECK(found.rules.front().mentions.front().field == "summary");
  CHECK(found.rules.front().mentions.front().text == "netori");
}

TEST_CASE("why: rules of profiles say whose they are", "[engine][why]") {
  const Shelf shelf(kOneRoute);
  Profile profile;
  profile.exclude = {parse_filter_item("NTR"), parse_filter_item("netori")};
  set_profile(shelf.directory(), "mine", profile);
  set_enforced_profile(shelf.directory(), profile);
  SearchRequest request;
  request.profile = "mine";
  const Why found = why(shelf, request);
  CHECK(found.profile == "mine");
  CHECK(found.excludes == 4);
  REQUIRE(found.rules.size() == 2);
  CHECK(found.rules[0].origin == FilterOrigin::profile);
  CHECK(found.rules[1].origin == FilterOrigin::enforced);
}

TEST_CASE("why: an id that is not there is an error", "[engine][why]") {
  const Shelf shelf(kOneRoute);
  try {
    Index::open(shelf.directory()).why({}, "w9");
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::no_work);
  }
}
