// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "ficsearch/error.h"
#include "query/fixture.h"
#include "query/plan.h"
#include "support/rows.h"

namespace ficsearch::query {
namespace {

// Without the canonical query and the final line break, which the tables give apart or not at all.
std::string plan_text(const SearchRequest& request) {
  std::string text = to_string(test::resolved(request));
  text.erase(0, text.find('\n') + 1);
  return text.substr(0, text.size() - 1);
}

SearchRequest searching(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

SearchRequest excluding(const std::vector<FilterItem>& items) {
  SearchRequest request;
  request.exclude = items;
  return request;
}

SearchRequest with_mentions(SearchRequest request) {
  request.mentions = Mentions::exclude;
  return request;
}

Error error_of(const SearchRequest& request) {
  try {
    test::resolved(request);
  } catch (const Error& error) {
    return error;
  }
  throw std::runtime_error("the request is legal");
}

TEST_CASE("resolve: queries become plans", "[query]") {
  for (const ::ficsearch::test::Row& row : ::ficsearch::test::read_rows("query/plan.tsv")) {
    DYNAMIC_SECTION(row["why"] << ": " << row["query"]) {
      CHECK(to_string(parse(row["query"])) == row["canonical"]);
      CHECK(plan_text(searching(row["query"])) == row["plan"]);
    }
  }
}

TEST_CASE("resolve: mentions leave out what an exclusion names, with all below it", "[query]") {
  CHECK(plan_text(with_mentions(excluding({{std::nullopt, "partner-taking"}}))) ==
        "exclude \"partner-taking\" [trope] resolved partner-taking: "
        "any(tags(netorare, netorase, netori, partner-taking, \"partner taking\"), "
        "mentioned(netorare, netorase, netori, partner-taking))\nsort updated");
  CHECK(plan_text(with_mentions(searching("moon OR -NTR"))) ==
        "require any(text(\"moon\"), not(any(tags(netorare, \"ntr\"), mentioned(netorare))))\n"
        "rank text(\"moon\")\nsort relevance");
}

TEST_CASE("resolve: mentions change nothing of what is included or has no concept", "[query]") {
  for (const char* query : {"NTR", "tag:NTR", "-blorp", "-words:>5", "-title:NTR"}) {
    CAPTURE(query);
    CHECK(plan_text(with_mentions(searching(query))) == plan_text(searching(query)));
  }
}

TEST_CASE("resolve: list items become entries", "[query]") {
  for (const ::ficsearch::test::Row& row : ::ficsearch::test::read_rows("query/items.tsv")) {
    DYNAMIC_SECTION(row["why"] << ": " << row["item"]) {
      SearchRequest request;
      const FilterItem item = parse_filter_item(row["item"]);
      (row["list"] == "include" ? request.include : request.exclude).push_back(item);
      CHECK(plan_text(request) == row["plan"]);
    }
  }
}

TEST_CASE("resolve: every spelling of a concept excludes the same", "[query]") {
  const Plan by_id = test::resolved(excluding({{std::nullopt, "netorare"}}));
  for (const std::string spelling : {"NTR", "ntr", "ＮＴＲ", "N.T.R", "ネトラレ", "ﾈﾄﾗﾚ",
                                     "ねとられ", "寝取られ", "NTR要素あり", "Netorare"}) {
    DYNAMIC_SECTION(spelling) {
      const Plan plan = test::resolved(excluding({{std::nullopt, spelling}}));
      REQUIRE(plan.exclude.size() == 1);
      CHECK(plan.exclude[0].concepts == by_id.exclude[0].concepts);
      CHECK(std::get<TagSet>(plan.exclude[0].node.value).concepts ==
            std::get<TagSet>(by_id.exclude[0].node.value).concepts);
      CHECK(plan.warnings.empty());
    }
  }
}

TEST_CASE("resolve: -x in the query excludes what x in the list does", "[query]") {
  for (const std::string text :
       {"NTR", "netori", "partner-taking", "blorp", "lost", "寝取", "\"lost cat\""}) {
    DYNAMIC_SECTION(text) {
      const Plan of_query = test::resolved(searching("-" + text));
      const Plan of_list = test::resolved(excluding({parse_filter_item(text)}));
      CHECK(of_query.exclude == of_list.exclude);
      CHECK(of_query.warnings == of_list.warnings);
    }
  }
}

TEST_CASE("resolve: a written item asks for that form in that facet", "[query]") {
  SearchRequest request;
  request.include = {{Facet::trope, "NTR", Match::written}};
  request.exclude = {{std::nullopt, "ntr", Match::written}};
  CHECK(plan_text(request) ==
        "include \"trope:NTR\" [trope] written: written[trope](\"NTR\")\n"
        "exclude \"ntr\" written: written(\"ntr\")\nsort updated");
}

TEST_CASE("resolve: a blank entry is an error that names it", "[query]") {
  for (const std::string blank : {"", " ", "　", "\u200B", "\u00AD\uFEFF "}) {
    DYNAMIC_SECTION("[" << blank << "]") {
      CHECK(error_of(excluding({{std::nullopt, "NTR"}, {std::nullopt, blank}})).code() ==
            ErrorCode::empty_filter);
      CHECK(error_of(excluding({{Facet::trope, blank}})).code() == ErrorCode::empty_filter);
      CHECK(error_of(excluding({{Facet::trope, blank, Match::written}})).code() ==
            ErrorCode::empty_filter);
      SearchRequest including;
      including.include = {{std::nullopt, blank}};
      CHECK(error_of(including).code() == ErrorCode::empty_filter);
    }
  }
  CHECK(error_of(searching("-\u200B")).code() == ErrorCode::empty_filter);
  CHECK(error_of(searching("\u200B")).code() == ErrorCode::empty_filter);
  CHECK(error_of(searching("title:\u200B")).code() == ErrorCode::empty_filter);
}

TEST_CASE("resolve: an entry is checked like everything that is typed", "[query]") {
  CHECK(error_of(excluding({{std::nullopt, "a\xFF"}})).code() == ErrorCode::invalid_utf8);
  CHECK(error_of(excluding({{std::nullopt, std::string(513, 'a')}})).code() == ErrorCode::too_long);
  CHECK(error_of(searching("-" + std::string(513, 'a'))).code() == ErrorCode::too_long);
}

TEST_CASE("resolve: a word too long for a tag is text", "[query]") {
  const std::string word(513, 'a');
  const Plan plan = test::resolved(searching(word));
  CHECK(plan.require == std::vector<PlanNode>{{TextPhrase{TextScope::all, word}}});
}

TEST_CASE("resolve: a long list loses no entry, and only its first unknown ones get suggestions",
          "[query]") {
  SearchRequest request;
  for (char near = 'f'; near < 'f' + 5; ++near)
    request.exclude.push_back({std::nullopt, std::string("netorar") + near});
  while (request.exclude.size() < 12'000)
    request.exclude.push_back({std::nullopt, "blorp " + std::to_string(request.exclude.size())});
  const tags::Dictionary dictionary = test::small_dictionary();
  const test::FakeTags known = test::small_archive();
  const Plan plan =
      resolve(request, ResolveContext{dictionary, known, test::FakeProfiles{}, test::kNow});
  REQUIRE(plan.exclude.size() == 12'000);
  REQUIRE(plan.warnings.size() == 12'000);
  CHECK(plan.exclude[11'999].input == "blorp 11999");
  CHECK(known.nearest_texts == 5);
  CHECK_FALSE(plan.warnings[4].suggestions.empty());
  CHECK(plan.warnings[4].message.find("suggestions") == std::string::npos);
  CHECK(plan.warnings[5].suggestions.empty());
  CHECK(plan.warnings[5].message.find("suggestions are left out") != std::string::npos);
}

TEST_CASE("resolve: entries given twice stay visible", "[query]") {
  const Plan plan = test::resolved(excluding({{std::nullopt, "NTR"}, {std::nullopt, "netorare"}}));
  CHECK(plan.exclude.size() == 2);
}

TEST_CASE("resolve: a suggestion never decides", "[query]") {
  const Plan plan = test::resolved(excluding({{std::nullopt, "netorara"}}));
  REQUIRE(plan.warnings.size() == 1);
  CHECK_FALSE(plan.warnings[0].suggestions.empty());
  CHECK(plan.exclude[0].concepts.empty());
  CHECK(to_string(plan.exclude[0].node) == "any(tags(\"netorara\"), literal(\"netorara\"))");
}

TEST_CASE("resolve: a tag of another facet is suggested under its own", "[query]") {
  const Plan plan = test::resolved(excluding({{Facet::genre, "NTR"}}));
  REQUIRE(plan.warnings.size() == 1);
  REQUIRE_FALSE(plan.warnings[0].suggestions.empty());
  CHECK(plan.warnings[0].suggestions[0] == "trope:netorare");
}

TEST_CASE("resolve: bare words of a filter are tags and rank nothing", "[query]") {
  SearchRequest request;
  request.filter = "NTR -\"slow burn\" (drama OR blorp)";
  CHECK(plan_text(request) ==
        "require any(tags(drama, \"drama\"), tags(\"blorp\"))\n"
        "include \"NTR\" [trope] resolved netorare: tags(netorare, \"ntr\")\n"
        "exclude \"slow burn\" [trope] resolved slow-burn: tags(slow-burn, \"slow burn\")\n"
        "sort updated\n"
        "warning unknown_tag \"blorp\"");
}

TEST_CASE("resolve: a filter's text fields restrict and rank nothing", "[query]") {
  SearchRequest request;
  request.filter = "title:moon words:>10";
  CHECK(plan_text(request) == "require title(\"moon\")\nrequire words(11..)\nsort updated");
}

TEST_CASE("resolve: entries stand in the order of lists, query, filter", "[query]") {
  SearchRequest request;
  request.query = "-netori";
  request.filter = "-netorase";
  request.exclude = {{std::nullopt, "netorare"}};
  const Plan plan = test::resolved(request);
  REQUIRE(plan.exclude.size() == 3);
  CHECK(plan.exclude[0].input == "netorare");
  CHECK(plan.exclude[1].input == "netori");
  CHECK(plan.exclude[2].input == "netorase");
}

TEST_CASE("resolve: a query that names an excluded tag does not lift the exclusion", "[query]") {
  SearchRequest request;
  request.query = "tag:NTR";
  request.exclude = {{std::nullopt, "NTR"}};
  const Plan plan = test::resolved(request);
  CHECK(plan.include.size() == 1);
  CHECK(plan.exclude.size() == 1);
}

TEST_CASE("resolve: the rating limit leaves unrated works out", "[query]") {
  SearchRequest request;
  request.max_rating = Rating::teen;
  CHECK(plan_text(request) == "require rating(1..2)\nsort updated");
  request.max_rating = Rating::unrated;
  CHECK(error_of(request).code() == ErrorCode::bad_value);
}

TEST_CASE("resolve: languages are exact, without regard to case", "[query]") {
  SearchRequest request;
  request.languages = {"JA", "en", "ja"};
  CHECK(plan_text(request) ==
        "require tags[language](\"en\", \"ja\")\nsort updated\n"
        "warning unknown_tag \"language:en\"");  // no work has it
  request.languages = {""};
  CHECK(error_of(request).code() == ErrorCode::empty_filter);
}

TEST_CASE("resolve: the sort order comes from one place", "[query]") {
  SearchRequest request = searching("moon sort:kudos");
  CHECK(test::resolved(request).sort == std::vector<SortKey>{{Field::kudos, false}});
  request.sort = {{Field::words, true}};
  CHECK(error_of(request).code() == ErrorCode::bad_value);
  request.query = "moon";
  CHECK(test::resolved(request).sort == std::vector<SortKey>{{Field::words, true}});
  request.filter = "drama sort:kudos";
  CHECK(error_of(request).code() == ErrorCode::bad_value);
}

TEST_CASE("resolve: relevance may be asked for where nothing ranks", "[query]") {
  SearchRequest request = searching("-NTR");
  request.sort = {{std::nullopt, false}};
  CHECK(test::resolved(request).sort == request.sort);
}

TEST_CASE("resolve: an error of the query is an error of the search", "[query]") {
  CHECK(error_of(searching("(a")).code() == ErrorCode::query_syntax);
  SearchRequest request;
  request.filter = "(a";
  CHECK(error_of(request).code() == ErrorCode::query_syntax);
}

TEST_CASE("resolve: a prefix must be long enough once it is normalized", "[query]") {
  CHECK(error_of(searching("a\u200B*")).code() == ErrorCode::query_limit);
}

TEST_CASE("resolve: the same request gives the same plan", "[query]") {
  const SearchRequest request = searching("moon -NTR -blorp (a OR -b) updated:7d");
  CHECK(test::resolved(request) == test::resolved(request));
  CHECK_FALSE(test::resolved(request) == test::resolved(searching("moon")));
}

}  // namespace
}  // namespace ficsearch::query
