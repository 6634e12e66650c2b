// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entry_list_cache.h"

#include <catch2/catch.hpp>

#include "query/fixture.h"
#include "query/plan.h"

using namespace ficsearch;
using namespace ficsearch::query;

namespace {

SearchRequest excluding(std::vector<FilterItem> items) {
  SearchRequest request;
  request.exclude = std::move(items);
  return request;
}

// Plans of one dictionary and archive, with a cache.
struct Planner {
  Plan resolve(const SearchRequest& request) {
    return query::resolve(request, {dictionary, known, profiles, test::kNow, &lists});
  }

  tags::Dictionary dictionary = test::small_dictionary();
  test::FakeTags known = test::small_archive();
  test::FakeProfiles profiles;
  EntryListCache lists{1 << 20};
};

}  // namespace

TEST_CASE("entry list cache: a list that comes again gives the same plan", "[query]") {
  Planner planner;
  for (const std::vector<FilterItem>& items :
       {std::vector<FilterItem>{{std::nullopt, "NTR"}, {Facet::freeform, "lost cat"}},
        {{std::nullopt, "blorp"}, {std::nullopt, "netor*"}},
        {{Facet::trope, "NTR", Match::written}}}) {
    const SearchRequest request = excluding(items);
    const Plan first = test::resolved(request);
    for (int i = 0; i < 4; ++i) CHECK(planner.resolve(request) == first);
  }
}

TEST_CASE("entry list cache: a list is shared from the second time on", "[query]") {
  Planner planner;
  const SearchRequest request = excluding({{std::nullopt, "NTR"}});
  const Plan first = planner.resolve(request);
  const Plan second = planner.resolve(request);
  const Plan third = planner.resolve(request);
  CHECK(&first.exclude[0] != &second.exclude[0]);
  CHECK(&second.exclude[0] == &third.exclude[0]);
  CHECK(planner.lists.bytes() > 0);
}

TEST_CASE("entry list cache: a saved profile's list is shared from the first time on", "[query]") {
  Planner planner;
  planner.profiles.saved["mine"].exclude = {{std::nullopt, "NTR"}};
  SearchRequest request;
  request.profile = "mine";
  const Plan first = planner.resolve(request);
  CHECK(first == test::resolved(request, planner.profiles));
  CHECK(&first.exclude[0] == &planner.resolve(request).exclude[0]);
}

TEST_CASE("entry list cache: profiles and the mentions asked for keep saved lists apart",
          "[query]") {
  Planner planner;
  planner.profiles.saved["default"].exclude = {{std::nullopt, "lost cat"}};
  planner.profiles.saved["mine"].exclude = {{std::nullopt, "NTR"}};
  planner.profiles.saved["other"].exclude = {{std::nullopt, "netori"}};
  planner.profiles.saved["empty"] = {};
  planner.profiles.always.emplace();
  planner.profiles.always->exclude = {{std::nullopt, "yandere"}};
  for (int i = 0; i < 3; ++i)
    for (const char* name : {"mine", "other", "empty", "default"})
      for (const Mentions mentions : {Mentions::ignore, Mentions::exclude}) {
        SearchRequest request;
        request.profile = name;
        request.mentions = mentions;
        CHECK(planner.resolve(request) == test::resolved(request, planner.profiles));
      }
}

TEST_CASE("entry list cache: what a list depends on keeps lists apart", "[query]") {
  Planner planner;
  const SearchRequest request = excluding({{std::nullopt, "NTR"}});
  for (int i = 0; i < 3; ++i) planner.resolve(request);
  const auto stays_itself = [&](const SearchRequest& other) {
    for (int i = 0; i < 3; ++i)
      CHECK(planner.resolve(other) == test::resolved(other, planner.profiles));
  };
  stays_itself(excluding({{Facet::trope, "NTR"}}));
  stays_itself(excluding({{Facet::trope, "NTR", Match::written}}));
  stays_itself(excluding({{std::nullopt, "NT"}, {std::nullopt, "R"}}));
  SearchRequest with_mentions = request;
  with_mentions.mentions = Mentions::exclude;
  stays_itself(with_mentions);
  SearchRequest including = request;
  including.include.swap(including.exclude);
  stays_itself(including);
  planner.profiles.saved["mine"].exclude = request.exclude;
  SearchRequest by_profile;
  by_profile.profile = "mine";
  stays_itself(by_profile);
}
