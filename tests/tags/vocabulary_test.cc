// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/vocabulary.h"

#include <rapidcheck.h>

#include <array>
#include <catch2/catch.hpp>

#include "ficsearch/error.h"
#include "support/rows.h"
#include "tags/dictionary_sources.h"
#include "tags/dictionary_tables.h"
#include "tags/family.h"
#include "tags/import_statements.h"
#include "tags/remove_from_vocabulary.h"
#include "tags/vocabulary_editor.h"

namespace ficsearch::tags {
namespace {

struct Imported {
  std::string outcomes;  // a, u, r
  std::string reasons;
  Vocabulary vocabulary;
};

std::string letter_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::accepted:
      return "a";
    case Outcome::unchanged:
      return "u";
    case Outcome::refused:
      return "r";
  }
  return "?";
}

Imported import(const std::string& text, VocabularyFormat format, CreationPolicy policy) {
  const Dictionary shipped = test::family();
  VocabularyEditor editor(shipped, {}, policy);
  Imported imported;
  for (const Statement& statement : read_statements({"source", text}, format)) {
    const Verdict verdict = editor.state(statement);
    imported.outcomes += letter_of(verdict.outcome);
    imported.reasons += verdict.reason + "\n";
  }
  imported.vocabulary = editor.vocabulary();
  return imported;
}

// Throws if the vocabulary does not fit on top of family.toml.
Dictionary::Tables merged(const Vocabulary& own) {
  const std::array sources{DictionarySource{"family.toml", test::read_data("tags/family.toml")}};
  return build_tables(merged_records(read_records(sources), own), "merged");
}

Vocabulary small_vocabulary() {
  return import(
             "format = 1\n[[concept]]\nid = \"mine\"\nfacet = \"trope\"\n"
             "labels = { en = \"Mine\", ja = \"私\" }\nnote = \"A \\\"note\\\"\\nof two lines\"\n"
             "broader = [\"netorare\"]\nadvisories.always = [\"advisory-humiliation\"]\n"
             "[concept.spellings]\nlatin = [\"my own\"]\n"
             "[concept.distinct]\nnetori = \"Another.\"\n"
             "[[addition]]\nto = \"netori\"\nrelated = [\"mine\"]\nreadings = [\"ねっとり\"]\n"
             "[addition.spellings]\nlatin = [\"thief\"]\nkanji = [\"盗\"]\n",
             VocabularyFormat::toml, {})
      .vocabulary;
}

}  // namespace

TEST_CASE("vocabulary: each pair of a source is judged by itself", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/vocabulary.tsv")) {
    DYNAMIC_SECTION(row["why"] << ": " << row["text"]) {
      const auto format = find_vocabulary_format(row["format"]);
      REQUIRE(format);
      const Imported imported =
          import(row["text"], *format, {.create = row["create"] == "yes", .facet = Facet::trope});
      CHECK(imported.outcomes == row["outcomes"]);
      CHECK_THAT(imported.reasons, Catch::Matchers::Contains(row["reason"]));
      CHECK_NOTHROW(merged(imported.vocabulary));
    }
  }
}

TEST_CASE("vocabulary: what was refused leaves no trace", "[tags]") {
  const Imported imported =
      import("netori\tnetorare\nlost\tnowhere\n", VocabularyFormat::aliases, {});
  CHECK(imported.vocabulary.empty());
}

TEST_CASE("vocabulary: its text reads back as the same", "[tags]") {
  const Vocabulary own = small_vocabulary();
  REQUIRE(own.concepts.size() == 1);
  REQUIRE(own.additions.size() == 1);
  const std::string toml = to_toml(own);
  CHECK(parse_vocabulary(toml, "own") == own);
  CHECK(import(toml, VocabularyFormat::toml, {}).vocabulary == own);
}

TEST_CASE("vocabulary: on top of a dictionary its spellings resolve", "[tags]") {
  const Dictionary::Tables tables = merged(small_vocabulary());
  const auto meaning = [&](const char* fold_key) {
    return tables.concepts[static_cast<std::size_t>(tables.by_key.at(fold_key))].id;
  };
  CHECK(meaning("thief") == "netori");
  CHECK(meaning("my own") == "mine");
  CHECK(tables.concepts.size() == test::family().concepts().size() + 1);
}

TEST_CASE("vocabulary: taking all out again leaves nothing", "[tags]") {
  Vocabulary own = small_vocabulary();
  CHECK(remove_from(own, "THIEF") == std::vector<std::string>{"thief -> netori"});
  CHECK(remove_from(own, "Mine") ==
        std::vector<std::string>{"mine", "my own -> mine", "netori - mine"});
  CHECK(remove_from(own, "netori") == std::vector<std::string>{"盗 -> netori"});
  CHECK(own.empty());
  CHECK(remove_from(own, "netorare").empty());
}

TEST_CASE("vocabulary: a source that could be of two formats has to be named", "[tags]") {
  CHECK_FALSE(find_format("one\ttwo\n"));
  CHECK_FALSE(find_format("one,two\n"));
  CHECK_FALSE(find_format(""));
  CHECK(find_format("# mine\n\nformat = 1\n") == VocabularyFormat::toml);
  CHECK(find_format("spelling\tconcept\n") == VocabularyFormat::aliases);
  CHECK(find_format("concept\tbroader\r\n") == VocabularyFormat::implications);
  CHECK(find_format("id,type,name,canonical,cached_count,merger_id\n") ==
        VocabularyFormat::canonical);
  CHECK_THROWS_WITH(read_statements({"list", "one\ttwo\n"}, VocabularyFormat::automatic),
                    Catch::Matchers::Contains("more than one format"));
}

TEST_CASE("vocabulary: broken CSV is refused with its line", "[tags]") {
  try {
    read_statements({"list", "a,b\n\"c\"d,e\n"}, VocabularyFormat::booru_aliases);
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_dictionary);
    CHECK(error.where().line == 2);
  }
}

TEST_CASE("vocabulary: whatever is accepted fits on top of the dictionary", "[tags]") {
  const std::vector<std::string> names{"netorare",
                                       "netori",
                                       "office-netorare",
                                       "partner-taking",
                                       "NTR",
                                       "ねとり",
                                       "VN",
                                       "one",
                                       "two",
                                       "three",
                                       "four",
                                       "five",
                                       "寝取り",
                                       "kinetic",
                                       "advisory-betrayal",
                                       "visual-novel",
                                       "perspective-betrayed"};
  CHECK(rc::check("accepted statements build", [&] {
    const auto name = [&] { return *rc::gen::elementOf(names); };
    const Dictionary shipped = test::family();
    VocabularyEditor editor(shipped, {}, {.create = *rc::gen::arbitrary<bool>()});
    const auto count = *rc::gen::inRange(1, 25);
    for (int i = 0; i < count; ++i) {
      if (*rc::gen::inRange(0, 2) == 0) {
        editor.state({1, SpellingOf{name(), std::nullopt, name()}});
        continue;
      }
      const auto link = static_cast<Link>(*rc::gen::inRange(0, 6));
      const Due due = *rc::gen::element(Due::always, Due::commonly);
      editor.state({1, LinkBetween{link, name(), name(), due, "A difference."}});
    }
    merged(editor.vocabulary());
    RC_ASSERT(parse_vocabulary(to_toml(editor.vocabulary()), "own") == editor.vocabulary());
  }));
}

}  // namespace ficsearch::tags
