// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "ficsearch/error.h"
#include "query/fixture.h"
#include "query/plan.h"
#include "support/error_code.h"

namespace ficsearch::query {
namespace {

Profile excluding(const std::vector<FilterItem>& items) {
  Profile profile;
  profile.exclude = items;
  return profile;
}

test::FakeProfiles mine() {
  test::FakeProfiles profiles;
  profiles.saved["mine"] = excluding({{std::nullopt, "NTR"}, {std::nullopt, "blorp"}});
  return profiles;
}

SearchRequest asking(const std::string& query, std::optional<std::string> profile = {}) {
  SearchRequest request;
  request.query = query;
  request.profile = std::move(profile);
  return request;
}

std::string plan_text(const SearchRequest& request, const test::FakeProfiles& profiles) {
  const std::string text = to_string(test::resolved(request, profiles));
  return text.substr(text.find('\n') + 1);
}

ErrorCode code_of(const SearchRequest& request, const test::FakeProfiles& profiles) {
  return ficsearch::test::code_of([&] { test::resolved(request, profiles); });
}

TEST_CASE("resolve: the entries of a profile come last, about no facet, without warnings",
          "[query]") {
  SearchRequest request = asking("-netori", "mine");
  request.exclude = {{std::nullopt, "netorase"}};
  CHECK(plan_text(request, mine()) ==
        "profile \"mine\"\n"
        "exclude \"netorase\" [trope] resolved netorase: tags(netorase, \"netorase\")\n"
        "exclude \"netori\" [trope] resolved netori: tags(netori, \"netori\")\n"
        "exclude \"NTR\" of profile resolved netorare: tags(netorare, \"ntr\")\n"
        "exclude \"blorp\" of profile literal: any(tags(\"blorp\"), literal(\"blorp\"))\n"
        "sort updated\n");
}

TEST_CASE("resolve: what else a profile asks for is required, never an include", "[query]") {
  test::FakeProfiles profiles;
  Profile& profile = profiles.saved["mine"];
  profile.include = {{Facet::trope, "slow burn"}};
  profile.max_rating = Rating::teen;
  profile.languages = {"ja"};
  CHECK(plan_text(asking("", "mine"), profiles) ==
        "profile \"mine\"\n"
        "require tags[trope](slow-burn, \"slow burn\")\n"
        "require rating(1..2)\n"
        "require tags[language](\"ja\")\n"
        "sort updated\n");
}

TEST_CASE("resolve: of enforced profile, profile and request the strictest wins", "[query]") {
  test::FakeProfiles profiles;
  profiles.saved["mine"].max_rating = Rating::mature;
  profiles.saved["mine"].languages = {"ja"};
  profiles.always = excluding({{std::nullopt, "netori"}});
  profiles.always->max_rating = Rating::teen;
  SearchRequest request = asking("netori", "mine");
  request.max_rating = Rating::explicit_;
  request.languages = {"en"};
  const Plan plan = test::resolved(request, profiles);
  const auto requires_node = [&](const PlanNode& node) {
    return std::count(plan.require.begin(), plan.require.end(), node) == 1;
  };
  CHECK(requires_node({ValueRange{Field::rating, 1, 2}}));
  CHECK(requires_node({ValueRange{Field::rating, 1, 3}}));
  CHECK(requires_node({ValueRange{Field::rating, 1, 4}}));
  CHECK(requires_node({TagSet{Facet::language, {}, {"ja"}}}));
  CHECK(requires_node({TagSet{Facet::language, {}, {"en"}}}));
  REQUIRE(plan.exclude.size() == 1);
  CHECK(plan.exclude[0].origin == FilterOrigin::enforced);
  CHECK(plan.enforced);
  CHECK(plan.conditions.size() == plan.require.size());
}

TEST_CASE("resolve: mentions count for every entry if any part asks for them", "[query]") {
  test::FakeProfiles profiles = mine();
  profiles.always = Profile{};
  profiles.always->mentions = Mentions::exclude;
  SearchRequest request = asking("", "mine");
  request.exclude = {{std::nullopt, "netori"}};
  const Plan plan = test::resolved(request, profiles);
  REQUIRE(plan.exclude.size() == 3);
  CHECK(to_string(plan.exclude[0].node).find("mentioned(netori)") != std::string::npos);
  CHECK(to_string(plan.exclude[1].node).find("mentioned(netorare)") != std::string::npos);
}

TEST_CASE("resolve: the default profile holds unless another is named or none is asked for",
          "[query]") {
  test::FakeProfiles profiles = mine();
  profiles.saved["default"] = excluding({{std::nullopt, "netori"}});
  CHECK(test::resolved(asking(""), profiles).profile == "default");
  CHECK(test::resolved(asking(""), profiles).exclude.size() == 1);
  CHECK(test::resolved(asking("", "mine"), profiles).profile == "mine");
  CHECK(test::resolved(asking("profile:mine"), profiles).exclude.size() == 2);
  SearchRequest without = asking("");
  without.without_profile = true;
  CHECK(test::resolved(without, profiles).exclude.empty());
  CHECK(test::resolved(without, profiles).profile.empty());
}

TEST_CASE("resolve: nothing lifts the enforced profile", "[query]") {
  test::FakeProfiles profiles;
  profiles.always = excluding({{std::nullopt, "netori"}});
  SearchRequest without = asking("netori");
  without.without_profile = true;
  CHECK(test::resolved(without, profiles).exclude.size() == 1);
}

TEST_CASE("resolve: a query that names a tag does not lift a profile that excludes it", "[query]") {
  const Plan plan = test::resolved(asking("tag:NTR", "mine"), mine());
  CHECK(plan.include.size() == 1);
  CHECK(plan.exclude.size() == 2);
}

TEST_CASE("resolve: a profile that is missing or doubtful is an error", "[query]") {
  CHECK(code_of(asking("", "nobody"), mine()) == ErrorCode::profile_not_found);
  CHECK(code_of(asking("", ""), mine()) == ErrorCode::profile_not_found);
  CHECK(code_of(asking("profile:nobody"), mine()) == ErrorCode::profile_not_found);
  CHECK(code_of(asking("profile:mine", "other"), mine()) == ErrorCode::bad_value);
  SearchRequest lifted = asking("profile:mine");
  lifted.without_profile = true;
  CHECK(code_of(lifted, mine()) == ErrorCode::bad_value);
  SearchRequest filter;
  filter.filter = "profile:mine";
  CHECK(code_of(filter, mine()) == ErrorCode::bad_value);
}

TEST_CASE("resolve: the same profile may be named in the query and beside it", "[query]") {
  CHECK(test::resolved(asking("profile:mine", "mine"), mine()).exclude.size() == 2);
}

TEST_CASE("resolve: a profile with an entry that names nothing is an error", "[query]") {
  test::FakeProfiles profiles;
  profiles.saved["mine"] = excluding({{std::nullopt, "NTR"}, {std::nullopt, " "}});
  CHECK(code_of(asking("", "mine"), profiles) == ErrorCode::empty_filter);
}

TEST_CASE("resolve: a profile of any length loses no entry", "[query]") {
  for (const std::size_t entries : {0, 30, 300, 1'000, 5'000, 12'000}) {
    CAPTURE(entries);
    test::FakeProfiles profiles;
    for (std::size_t i = 0; i < entries; ++i)
      profiles.saved["long"].exclude.push_back({std::nullopt, "blorp " + std::to_string(i)});
    profiles.saved["long"].max_rating = Rating::teen;
    const Plan plan = test::resolved(asking("", "long"), profiles);
    REQUIRE(plan.exclude.size() == entries);
    if (entries != 0) CHECK(plan.exclude.back().input == "blorp " + std::to_string(entries - 1));
  }
}

TEST_CASE("resolve: the warnings about a profile are there for those who ask", "[query]") {
  const tags::Dictionary dictionary = test::small_dictionary();
  const test::FakeTags known = test::small_archive();
  const NoProfiles none;
  const Profile saved = mine().saved["mine"];
  std::vector<Warning> warnings;
  const ProfileParts parts =
      resolve_profile({saved, FilterOrigin::profile, "mine"}, Mentions::ignore,
                      {dictionary, known, none, test::kNow}, &warnings);
  CHECK(parts.exclude.size() == 2);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].input == "blorp");
}

}  // namespace
}  // namespace ficsearch::query
