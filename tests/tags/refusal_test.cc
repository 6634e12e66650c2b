// SPDX-License-Identifier: GPL-3.0-or-later
// What a dictionary may not say, and how it is told.
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>

#include "ficsearch/error.h"
#include "support/rows.h"
#include "tags/dictionary.h"

namespace ficsearch::tags {
namespace {

// The record that <id facet label> stands for.
std::string record_of(const std::string& shorthand) {
  std::istringstream words(shorthand);
  std::string id;
  std::string facet;
  std::string label;
  words >> id >> facet >> label;
  if (facet.empty()) facet = "trope";
  if (label.empty()) label = "The label of " + id;
  return "[[concept]]\nid = \"" + id + "\"\nfacet = \"" + facet + "\"\nlabels = { en = \"" + label +
         "\" }\ndefinition = \"A concept.\"";
}

std::string expanded(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('<', at);
    out += text.substr(at, open - at);
    if (open == std::string::npos) break;
    const std::size_t close = text.find('>', open);
    out += record_of(text.substr(open + 1, close - open - 1));
    at = close + 1;
  }
  return out;
}

std::optional<Error> refusal_of(const std::string& toml) {
  const std::array sources{DictionarySource{"test.toml", toml}};
  try {
    Dictionary::parse(sources);
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

TEST_CASE("dictionary: what would mislead is refused with line, reason and cure", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/refused.tsv")) DYNAMIC_SECTION(row["why"]) {
      const std::optional<Error> refusal = refusal_of(expanded(row["toml"]));
      REQUIRE(refusal);
      CHECK(refusal->code() == ErrorCode::bad_dictionary);
      CHECK(refusal->where().file == "test.toml");
      CHECK(refusal->where().line.value_or(0) == std::stoul(row["line"]));
      CHECK_THAT(refusal->what(), Catch::Contains(row["message"]));
      CHECK_THAT(refusal->hint(), Catch::Contains(row["hint"]));
    }
}

TEST_CASE("dictionary: what is said twice in one concept and harmless is accepted", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/accepted.tsv")) DYNAMIC_SECTION(row["why"]) {
      const std::optional<Error> refusal = refusal_of(expanded(row["toml"]));
      CHECK((refusal ? refusal->what() : std::string("accepted")) == std::string("accepted"));
    }
}

TEST_CASE("dictionary: a refusal names the file that holds the line", "[tags]") {
  const std::array sources{
      DictionarySource{"a.toml",
                       expanded("format = 1\n<alpha>\n[concept.spellings]\nlatin = [\"x\"]")},
      DictionarySource{"b.toml",
                       expanded("format = 1\n<beta>\n[concept.spellings]\nlatin = [\"x\"]")}};
  try {
    Dictionary::parse(sources);
    FAIL("two concepts share a spelling");
  } catch (const Error& error) {
    CHECK(error.where() == Place{.file = "b.toml", .line = 8});
    CHECK_THAT(error.what(), Catch::Contains("a.toml:8"));
  }
}

TEST_CASE("dictionary: a folder that cannot be read is an error, never an empty dictionary",
          "[tags]") {
  const auto code_of = [](const std::filesystem::path& folder) {
    try {
      Dictionary::load(folder);
    } catch (const Error& error) {
      CHECK(error.where().file == folder.string());
      return error.code();
    }
    FAIL("loaded " << folder);
    throw;
  };
  CHECK(code_of(FICSEARCH_TEST_DATA "/tags/no-such-folder") == ErrorCode::io);
  CHECK(code_of(FICSEARCH_SOURCE_DIR "/cmake") == ErrorCode::bad_dictionary);
}

}  // namespace
}  // namespace ficsearch::tags
