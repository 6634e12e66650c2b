// SPDX-License-Identifier: GPL-3.0-or-later
// Saved profiles from end to end: what they hide is hidden everywhere, and nothing lifts them by
// accident.
#include "ficsearch/profile.h"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/vocabulary.h"
#include "store/metadata.h"
#include "support/error_code.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

class Shelf {
 public:
  Shelf() {
    write("works.jsonl", R"({"id":"w1","title":"One","tags":["stolen sweetheart"],"rating":"teen"}
{"id":"w2","title":"Two","tags":["netorare"],"rating":"general","language":"ja"}
{"id":"w3","title":"Three","tags":["netori","dungeon heart"],"rating":"mature"}
{"id":"w4","title":"Four","tags":["slow burn"],"rating":"explicit"}
{"id":"w5","title":"Five","summary":"Contains netorare.","rating":"teen"}
)");
    import();
  }

  std::filesystem::path directory() const { return folder_.path() / "index"; }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path() / name, std::ios::binary) << text;
  }
  void import() const {
    Index::import(directory(), {(folder_.path() / "works.jsonl").string()}, {});
  }

 private:
  test::TemporaryDirectory folder_;
};

Profile excluding(const std::vector<std::string>& tags) {
  Profile profile;
  for (const std::string& tag : tags) profile.exclude.push_back(parse_filter_item(tag));
  return profile;
}

SearchRequest with_profile(const std::string& name) {
  SearchRequest request;
  request.profile = name;
  return request;
}

// Ids of the works that a search finds, in order of addition.
std::string found(Index& index, const SearchRequest& request) {
  std::string ids;
  for (const Hit& hit : index.search(request).hits) ids = hit.id + (ids.empty() ? "" : " ") + ids;
  return ids;
}

std::string found_from(const Shelf& shelf, const SearchRequest& request) {
  Index index = Index::open(shelf.directory());
  return found(index, request);
}

void overwrite_metadata(const std::filesystem::path& index, const std::string& key,
                        const std::string& value) {
  Xapian::WritableDatabase database(index.string(), Xapian::DB_OPEN);
  database.set_metadata(key, value);
  database.commit();
}

}  // namespace

TEST_CASE("profiles: one that is saved is applied where it is named", "[engine][profiles]") {
  const Shelf shelf;
  Profile profile = excluding({"NTR"});
  profile.max_rating = Rating::mature;
  CHECK(set_profile(shelf.directory(), "mine", profile).empty());
  Index index = Index::open(shelf.directory());
  CHECK(found(index, {}) == "w1 w2 w3 w4 w5");
  CHECK(found(index, with_profile("mine")) == "w1 w3 w5");
  SearchRequest request;
  request.query = "profile:mine -netori";
  CHECK(found(index, request) == "w1 w5");
  CHECK(index.profiles().names == std::vector<std::string>{"mine"});
  CHECK(index.profile("mine") == profile);
}

TEST_CASE("profiles: a reply names the profile and lists its entries", "[engine][profiles]") {
  const Shelf shelf;
  set_profile(shelf.directory(), "mine", excluding({"NTR"}));
  set_enforced_profile(shelf.directory(), excluding({"netori"}));
  SearchRequest request = with_profile("mine");
  request.exclude = {parse_filter_item("slow burn")};
  const Applied applied = Index::open(shelf.directory()).search(request).applied;
  CHECK(applied.profile == "mine");
  CHECK(applied.enforced);
  REQUIRE(applied.exclude.size() == 3);
  CHECK(applied.exclude[0].origin == FilterOrigin::request);
  CHECK(applied.exclude[1].origin == FilterOrigin::profile);
  CHECK(applied.exclude[1].input == "NTR");
  CHECK(applied.exclude[2].origin == FilterOrigin::enforced);
}

TEST_CASE("profiles: a work that one hides is not there", "[engine][profiles]") {
  const Shelf shelf;
  set_profile(shelf.directory(), "mine", excluding({"NTR"}));
  set_enforced_profile(shelf.directory(), excluding({"netori"}));
  Index index = Index::open(shelf.directory());
  CHECK(index.get({}, "w2").id == "w2");
  CHECK(index.get(with_profile("mine"), "w4").id == "w4");
  CHECK(test::code_of([&] { index.get(with_profile("mine"), "w2"); }) == ErrorCode::no_work);
  SearchRequest lifted;
  lifted.without_profile = true;
  CHECK(test::code_of([&] { index.get(lifted, "w3"); }) == ErrorCode::no_work);
  // Nothing tells it from one that never was.
  CHECK_THROWS_WITH(index.get({}, "w3"),
                    "there is no work \"w3\" in " + shelf.directory().string());
  remove_enforced_profile(shelf.directory());
  CHECK(index.get({}, "w3").id == "w3");
}

TEST_CASE("profiles: counts of tags hold to them", "[engine][profiles]") {
  const Shelf shelf;
  set_enforced_profile(shelf.directory(), excluding({"netori"}));
  for (const Use use : {Use::once, Use::many}) {
    Index index = Index::open(shelf.directory(), {.use = use});
    if (use == Use::many) index.warm();
    for (const TagSummary& tag : index.list_tags({}, {})) {
      CHECK(tag.label != "dungeon heart");
      if (tag.concept_id == "netori") CHECK(tag.works == 0u);
      if (tag.concept_id == "netorare") CHECK(tag.works == 1u);
    }
    CHECK(index.search_tags({}, "netorare", 1).front().tag.works == 1u);
    CHECK(index.search_tags({}, "netori", 1).front().tag.works == 0u);
    CHECK(index.explain_tag({}, "netori").works == 0u);
    CHECK(index.explain_tag({}, "netori").as_written.empty());
    CHECK(index.explain_tag({}, "dungeon heart").found == Found::nothing);
  }
  remove_enforced_profile(shelf.directory());
  CHECK(Index::open(shelf.directory()).explain_tag({}, "dungeon heart").found == Found::spelling);
}

TEST_CASE("profiles: nothing is called as only hidden works write it", "[engine][profiles]") {
  const Shelf shelf;
  shelf.write("works.jsonl", R"({"id":"p1","title":"One","tags":["Zed Quux!!!","NTR"]}
{"id":"p2","title":"Two","tags":["Zed Quux!!!","NTR"]}
{"id":"p3","title":"Three","tags":["zed quux"]}
)");
  shelf.import();
  SearchRequest request;
  request.include = {parse_filter_item("zed quux")};
  request.facets = {Facet::freeform};
  for (const Use use : {Use::once, Use::many}) {
    Index index = Index::open(shelf.directory(), {.use = use});
    if (use == Use::many) index.warm();
    request.exclude.clear();
    CHECK(index.search(request).facets.front().second.front().label == "Zed Quux!!!");
    CHECK(index.suggest({}, "zed", 1).front().label == "Zed Quux!!!");
    request.exclude = {parse_filter_item("NTR")};
    const Reply reply = index.search(request);
    CHECK(reply.facets.front().second.front().label == "zed quux");
    CHECK(reply.hits.front().tags.front().second.front().label == "zed quux");
    SearchRequest excluding;
    excluding.exclude = request.exclude;
    CHECK(index.suggest(excluding, "zed", 1).front().label == "zed quux");
    for (const TagSummary& tag : index.list_tags(excluding, {})) CHECK(tag.label != "Zed Quux!!!");
  }
}

TEST_CASE("profiles: completions and facets hold to them", "[engine][profiles]") {
  const Shelf shelf;
  set_profile(shelf.directory(), "mine", excluding({"NTR"}));
  Index index = Index::open(shelf.directory());
  CHECK(index.suggest({}, "netora", 10).front().concept_id == "netorare");
  for (const Suggestion& suggestion : index.suggest(with_profile("mine"), "netora", 10))
    CHECK(suggestion.concept_id != "netorare");
  SearchRequest request = with_profile("mine");
  request.facets = {Facet::trope};
  const Reply reply = index.search(request);
  for (const FacetCount& count : reply.facets.front().second) CHECK(count.concept_id != "netorare");
}

TEST_CASE("profiles: an include of a profile is not left out of facet counts",
          "[engine][profiles]") {
  const Shelf shelf;
  Profile profile;
  profile.include = {parse_filter_item("trope:slow burn")};
  set_profile(shelf.directory(), "mine", profile);
  SearchRequest request = with_profile("mine");
  request.facets = {Facet::trope};
  const Reply reply = Index::open(shelf.directory()).search(request);
  REQUIRE(reply.facets.front().second.size() == 1);
  CHECK(reply.facets.front().second.front().concept_id == "slow-burn");
}

TEST_CASE(
    "profiles: the default one holds where none is named, and only --without-profile lifts it",
    "[engine][profiles]") {
  const Shelf shelf;
  set_profile(shelf.directory(), "default", excluding({"NTR"}));
  CHECK(found_from(shelf, {}) == "w1 w3 w4 w5");
  SearchRequest naming;
  naming.query = "tag:netorare";
  CHECK(found_from(shelf, naming).empty());
  naming.without_profile = true;
  CHECK(found_from(shelf, naming) == "w2");
}

TEST_CASE("profiles: nothing lifts the enforced one", "[engine][profiles]") {
  const Shelf shelf;
  set_enforced_profile(shelf.directory(), excluding({"NTR"}));
  SearchRequest request;
  request.without_profile = true;
  CHECK(found_from(shelf, request) == "w1 w3 w4 w5");
  remove_enforced_profile(shelf.directory());
  CHECK(found_from(shelf, request) == "w1 w2 w3 w4 w5");
  CHECK(test::code_of([&] { remove_enforced_profile(shelf.directory()); }) ==
        ErrorCode::profile_not_found);
}

TEST_CASE("profiles: mentions of a profile count for the request's excludes",
          "[engine][profiles]") {
  const Shelf shelf;
  Profile profile;
  profile.mentions = Mentions::exclude;
  set_profile(shelf.directory(), "mine", profile);
  SearchRequest request = with_profile("mine");
  request.exclude = {parse_filter_item("NTR")};
  CHECK(found_from(shelf, request) == "w1 w3 w4");
}

TEST_CASE("profiles: a new spelling is in force at once, in a handle that is open",
          "[engine][profiles]") {
  const Shelf shelf;
  set_profile(shelf.directory(), "mine", excluding({"NTR"}));
  Index index = Index::open(shelf.directory());
  CHECK(found(index, with_profile("mine")) == "w1 w3 w4 w5");
  add_spelling(shelf.directory(), "stolen sweetheart", "netorare");
  CHECK(found(index, with_profile("mine")) == "w3 w4 w5");
}

TEST_CASE("profiles: an open handle follows each change", "[engine][profiles]") {
  const Shelf shelf;
  Index index = Index::open(shelf.directory());
  CHECK(found(index, {}) == "w1 w2 w3 w4 w5");
  set_enforced_profile(shelf.directory(), excluding({"slow burn"}));
  set_profile(shelf.directory(), "default", excluding({"NTR"}));
  CHECK(found(index, {}) == "w1 w3 w5");
  set_profile(shelf.directory(), "default", excluding({"netori"}));
  CHECK(found(index, {}) == "w1 w2 w5");
  remove_profile(shelf.directory(), "default");
  CHECK(found(index, {}) == "w1 w2 w3 w5");
}

TEST_CASE("profiles: an import leaves them as they are", "[engine][profiles]") {
  const Shelf shelf;
  set_profile(shelf.directory(), "mine", excluding({"NTR"}));
  set_enforced_profile(shelf.directory(), excluding({"netori"}));
  shelf.write("works.jsonl", R"({"id":"w6","title":"Six","tags":["ネトラレ"]})"
                             "\n");
  shelf.import();
  CHECK(found_from(shelf, with_profile("mine")) == "w1 w4 w5");
}

TEST_CASE("profiles: one that is missing or cannot be read is an error, never a looser answer",
          "[engine][profiles]") {
  const Shelf shelf;
  set_profile(shelf.directory(), "mine", excluding({"NTR"}));
  CHECK(test::code_of([&] { found_from(shelf, with_profile("nobody")); }) ==
        ErrorCode::profile_not_found);
  CHECK(test::code_of([&] { Index::open(shelf.directory()).profile("nobody"); }) ==
        ErrorCode::profile_not_found);
  CHECK(test::code_of([&] { remove_profile(shelf.directory(), "nobody"); }) ==
        ErrorCode::profile_not_found);
  overwrite_metadata(shelf.directory(), store::metadata::kProfilePrefix + std::string("mine"), "x");
  CHECK(test::code_of([&] { found_from(shelf, with_profile("mine")); }) ==
        ErrorCode::index_corrupt);
  overwrite_metadata(shelf.directory(), store::metadata::kEnforcedProfile, "x");
  CHECK(test::code_of([&] { found_from(shelf, {}); }) == ErrorCode::index_corrupt);
}

TEST_CASE("profiles: what no search could apply is refused, and nothing is saved",
          "[engine][profiles]") {
  const Shelf shelf;
  const auto refused = [&](const std::string& name, const Profile& profile) {
    return test::code_of([&] { set_profile(shelf.directory(), name, profile); });
  };
  CHECK(refused("mine", excluding({"NTR", " "})) == ErrorCode::empty_filter);
  CHECK(refused("mine", excluding({"x*"})) == ErrorCode::query_limit);
  Profile unrated;
  unrated.max_rating = Rating::unrated;
  CHECK(refused("mine", unrated) == ErrorCode::bad_value);
  CHECK(refused("", {}) == ErrorCode::bad_value);
  CHECK(refused("a\nb", {}) == ErrorCode::bad_value);
  CHECK(refused("a\xFF", {}) == ErrorCode::invalid_utf8);
  CHECK(refused(std::string(101, 'a'), {}) == ErrorCode::too_long);
  CHECK(Index::open(shelf.directory()).profiles().names.empty());
}

TEST_CASE("profiles: saving one tells of tags that nobody knows", "[engine][profiles]") {
  const Shelf shelf;
  const auto warnings = set_profile(shelf.directory(), "mine", excluding({"NTR", "netorara"}));
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].input == "netorara");
  CHECK_FALSE(warnings[0].suggestions.empty());
  CHECK(Index::open(shelf.directory()).search(with_profile("mine")).warnings.empty());
}

TEST_CASE("profiles: none is saved where there is no index", "[engine][profiles]") {
  const test::TemporaryDirectory directory;
  CHECK(test::code_of([&] { set_profile(directory.path() / "none", "mine", {}); }) ==
        ErrorCode::no_index);
  CHECK_FALSE(std::filesystem::exists(directory.path() / "none"));
}

TEST_CASE("profiles: lists of any length are kept and applied whole", "[engine][profiles]") {
  const Shelf shelf;
  for (const std::size_t entries : {0, 30, 300, 1'000, 5'000, 12'000}) {
    CAPTURE(entries);
    Profile profile;
    for (std::size_t i = 0; i < entries; ++i)
      profile.exclude.push_back({Facet::freeform, "unheard of " + std::to_string(i), {}});
    if (entries != 0) profile.exclude.back().value = "netorare";
    set_profile(shelf.directory(), "long", profile);
    Index index = Index::open(shelf.directory());
    CHECK(index.profile("long") == profile);
    const Reply reply = index.search(with_profile("long"));
    CHECK(reply.applied.exclude.size() == entries);
    CHECK(reply.total.value == (entries == 0 ? 5 : 4));
  }
}
