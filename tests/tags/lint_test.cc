// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/lint.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"
#include "tags/family.h"
#include "tags/lint_names.h"

namespace ficsearch::tags {
namespace {

// Two concepts, each with a label and one more name, and the lines in `extra` on the first.
std::vector<LintFinding> findings_about(const std::string& a, const std::string& b,
                                        const std::string& extra = "") {
  const auto record = [](const std::string& id, const std::string& name, const std::string& lines) {
    return "[[concept]]\nid = \"" + id + "\"\nfacet = \"trope\"\nlabels = { en = \"" + id + id +
           "\", ja = \"" + name + "\" }\ndefinition = \"A concept.\"\n" + lines + "\n";
  };
  const std::array sources{DictionarySource{
      "test.toml", "format = 1\n" + record("q1x2", a, extra) + record("8w0z", b, "")}};
  return lint(Dictionary::parse(sources));
}

std::string kinds_of(const std::vector<LintFinding>& findings) {
  std::string kinds;
  for (const LintFinding& finding : findings) kinds += (kinds.empty() ? "" : " ") + finding.kind;
  return kinds;
}

TEST_CASE("lint: names that may be mistaken for each other are found", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/lint.tsv"))
    DYNAMIC_SECTION(row["a"] << " / " << row["b"] << ": " << row["why"]) {
      CHECK(kinds_of(findings_about(row["a"], row["b"])) == row["kinds"]);
    }
}

TEST_CASE("lint: what the dictionary relates is settled", "[tags]") {
  CHECK(kinds_of(findings_about("ねとられ", "ねとらせ")) == "near_names shared_kana_prefix");
  for (const std::string extra : {"[concept.distinct]\n8w0z = \"They differ.\"",
                                  "related = [\"8w0z\"]", "broader = [\"8w0z\"]"}) {
    CAPTURE(extra);
    CHECK(findings_about("ねとられ", "ねとらせ", extra).empty());
  }
}

TEST_CASE("lint: a finding names both sides and says why", "[tags]") {
  const std::vector<LintFinding> findings = findings_about("悪役令嬢", "令嬢");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].kind == "missing_broader");
  CHECK(findings[0].a == "悪役令嬢");
  CHECK(findings[0].b == "令嬢");
  CHECK(findings[0].message ==
        "\"悪役令嬢\" (q1x2) and \"令嬢\" (8w0z) end alike, and neither is below the other");
}

TEST_CASE("lint: a concept without a Japanese label is found", "[tags]") {
  const std::vector<LintFinding> findings = lint(test::family());
  const auto missing = std::count_if(findings.begin(), findings.end(), [](const LintFinding& f) {
    return f.kind == "missing_label" && f.b.empty();
  });
  CHECK(missing == 7);
}

TEST_CASE("lint: findings come in one order, one a kind and pair", "[tags]") {
  const std::vector<LintFinding> findings = findings_about("netorare tale", "netorase tale");
  REQUIRE(kinds_of(findings) == "near_names");
  CHECK(findings == findings_about("netorare tale", "netorase tale"));
}

TEST_CASE("lint: edits are counted exactly", "[tags]") {
  CHECK(within_edits(U"netorare", U"netorare", 0));
  CHECK_FALSE(within_edits(U"netorare", U"netorase", 0));
  CHECK(within_edits(U"netorare", U"netorase", 1));
  CHECK_FALSE(within_edits(U"netori", U"netorare", 1));
  CHECK(within_edits(U"netori", U"netorare", 3));
  CHECK(within_edits(U"", U"ab", 2));
  CHECK_FALSE(within_edits(U"", U"abc", 2));
  CHECK(within_edits(U"abcd", U"bcda", 2));
  CHECK_FALSE(within_edits(U"abcd", U"badc", 1));
}

}  // namespace
}  // namespace ficsearch::tags
