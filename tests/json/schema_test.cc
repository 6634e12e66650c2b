// SPDX-License-Identifier: GPL-3.0-or-later
// Each JSON shape against its schema, both ways: the value has no key that the schema lacks (no
// schema allows others), and the schema has no key that the fullest value lacks.
#include <catch2/catch.hpp>

#include "json/schema_check.h"
#include "json/shapes.h"

using namespace ficsearch;
using test::Schema;

namespace {

void check_shape(Schema& schema, const std::string& json) {
  for (const std::string& problem : schema.problems(nlohmann::json::parse(json)))
    FAIL_CHECK(problem);
}

void check_exact_shape(const std::string& name, const std::vector<std::string>& jsons) {
  Schema schema(name);
  for (const std::string& json : jsons) check_shape(schema, json);
  for (const std::string& key : schema.unseen()) FAIL_CHECK(name + " has no value with " + key);
}

}  // namespace

TEST_CASE("schema: a reply has exactly the keys of its schema", "[json]") {
  check_exact_shape("reply", {to_json(test::full_reply()), to_json(Reply{}, 5)});
}

TEST_CASE("schema: an error has exactly the keys of its schema", "[json]") {
  check_exact_shape("error", {to_json(test::full_error()), to_json(Error(ErrorCode::io, "no"))});
}

TEST_CASE("schema: the reports of an import have exactly the keys of their schemas", "[json]") {
  ImportReport report;
  report.unknown_keys = {"mood"};
  report.not_pruned = "a file was skipped";
  report.warnings = {{"a.csv", "a guess"}};
  check_exact_shape("import-report", {to_json(report)});
  ImportPreview preview;
  preview.sources = {{"a.jsonl", 1, 2, 3, 4}};
  preview.facets = {{Facet::trope, 3, 2, 1}};
  preview.unmapped = {{Facet::trope, "dungeon", 2}};
  preview.skipped_files = {"cover.png"};
  preview.warnings = {{"a.csv", "a guess"}};
  check_exact_shape("import-preview", {to_json(preview)});
  check_exact_shape("reject", {to_json(Reject{.code = ErrorCode::bad_json,
                                              .message = "broken",
                                              .source = "-",
                                              .line = 3,
                                              .byte_offset = 70,
                                              .id = "",
                                              .record = "{\xFF"})});
}

TEST_CASE("schema: a check of an index has exactly the keys of its schema", "[json]") {
  check_exact_shape("check-report",
                    {to_json(CheckReport{}),
                     to_json(CheckReport{3, CheckDepth::deep, SealState::broken, {"a bit"}})});
}

TEST_CASE("schema: states and versions have exactly the keys of their schemas", "[json]") {
  IndexStatus status;
  status.revision = 3;
  status.bytes = 4096;
  status.shards = {{"127.0.0.1:7001", 2, "a-b"}};
  check_exact_shape("index-status", {to_json(IndexStatus{}), to_json(status)});
  check_exact_shape("version", {to_json(VersionInfo{})});
}

TEST_CASE("schema: completions and found tags have exactly the keys of their schemas", "[json]") {
  const std::vector<Suggestion> suggestions{
      {"netorare", Facet::trope, "Netorare", "寝取られ", {"Netori"}, 12},
      {"freeform:dungeon", Facet::freeform, "dungeon", "", {}, std::nullopt}};
  check_exact_shape("suggestions", {to_json(suggestions), to_json(suggestions, 5)});
  const std::vector<TagMatch> matches{
      {{"netorare", Facet::trope, "Netorare", 12}, "name", "NTR"},
      {{"netori", Facet::trope, "Netori", std::nullopt}, "definition", ""}};
  check_exact_shape("tag-matches", {to_json(matches)});
}

TEST_CASE("schema: a vocabulary import has exactly the keys of its schema", "[json]") {
  VocabularyReport report;
  report.accepted = 1;
  report.refused = 1;
  report.verdicts = {{"own.tsv", 1, "a -> b", ImportOutcome::accepted, ""},
                     {"own.tsv", 2, "\xFF -> b", ImportOutcome::refused, "it is not UTF-8"}};
  check_exact_shape("vocabulary-report", {to_json(report)});
}

TEST_CASE("schema: profiles have exactly the keys of their schemas", "[json]") {
  Profile profile;
  profile.include = {{Facet::trope, "slow burn", Match::concept_}};
  profile.exclude = {{std::nullopt, "NTR", Match::written}};
  profile.max_rating = Rating::teen;
  profile.languages = {"ja"};
  check_exact_shape("profile", {to_json(profile, "mine"), to_json(Profile{}, std::nullopt)});
  check_exact_shape("profile-list", {to_json(ProfileList{{"mine"}, true})});
}

TEST_CASE("schema: a deletion has exactly the keys of its schema", "[json]") {
  check_exact_shape("delete-report", {to_json(DeleteReport{2, {"w1", "\xFF"}})});
}

TEST_CASE("schema: reasons have exactly the keys of their schema", "[json]") {
  Why why;
  why.id = "w1";
  why.title = "One";
  why.profile = "mine";
  why.rules = {{RuleKind::exclude,
                "NTR",
                FilterOrigin::profile,
                true,
                {{Facet::trope, "NTR", 1, "r1", "route", "Storm", {"netorare"}}},
                {{"summary", "netorare", Polarity::plain, "NTR"}},
                {"rating mature"}}};
  check_exact_shape("why", {to_json(why), to_json(Why{})});
}

TEST_CASE("schema: tags have exactly the keys of their schemas", "[json]") {
  Explanation unknown;
  unknown.suggestions = {"netorare"};
  check_exact_shape("explanation", {to_json(test::full_explanation()), to_json(unknown)});
  check_exact_shape("concept", {to_json(test::full_explanation().subject)});
  const std::vector<TagSummary> tags{{"netorare", Facet::trope, "Netorare", 12},
                                     {"netori", Facet::trope, "Netori", std::nullopt}};
  check_exact_shape("tag-list", {to_json(tags)});
  const std::vector<LintFinding> findings{
      {"near_names", "netori", "netorare", "alike"},
      {"unmapped_spelling", "dungeon", "", "unknown", Likelihood::possible, 3}};
  check_exact_shape("lint", {to_json(findings)});
}

TEST_CASE("schema: every error code is in the schemas of errors and rejects", "[json]") {
  for (const std::string name : {"error", "reject"}) {
    std::set<std::string> listed;
    const Schema schema(name);
    const nlohmann::json place =
        name == "error" ? schema.root()["properties"]["error"] : schema.root();
    for (const auto& code : place["properties"]["code"]["enum"]) listed.insert(code);
    std::set<std::string> known;
    for (int code = 0; code <= static_cast<int>(ErrorCode::interrupted); ++code)
      known.emplace(to_string(static_cast<ErrorCode>(code)));
    CHECK(listed == known);
  }
}

TEST_CASE("schema: each one says its version and has a line of history for it", "[json]") {
  for (const std::string name :
       {"concept", "delete-report", "error", "explanation", "import-preview", "import-report",
        "index-status", "lint", "profile", "profile-list", "reject", "reply", "request",
        "suggest-request", "suggestions", "tag-list", "version", "why"}) {
    const nlohmann::json root = Schema(name).root();
    CHECK(root["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(root["version"] == root["history"].size());
  }
}
