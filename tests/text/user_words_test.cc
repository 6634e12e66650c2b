// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/user_words.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "ficsearch/error.h"
#include "support/rows.h"
#include "support/temporary_directory.h"
#include "text/keys.h"
#include "text/mecab_tagger.h"

using namespace ficsearch::text;
using ficsearch::Error;
using ficsearch::ErrorCode;
using ficsearch::test::read_rows;
using ficsearch::test::Row;
using ficsearch::test::TemporaryDirectory;

namespace {

std::vector<UserWord> shipped_words() {
  return read_user_words(std::filesystem::path(FICSEARCH_SOURCE_DIR) / "dict/readings");
}

// Reads one table that holds `rows` below the header.
std::vector<UserWord> words_of(const std::string& rows) {
  const TemporaryDirectory folder;
  std::ofstream(folder.path() / "words.tsv")
      << "# a comment\nsurface\treading\tleft\tright\tcost\twhy\n"
      << rows;
  return read_user_words(folder.path());
}

}  // namespace

TEST_CASE("user words: each is written as the text that MeCab is given", "[text]") {
  const auto words = shipped_words();
  CHECK(words.size() >= 400);
  for (const UserWord& word : words) {
    CAPTURE(word.file, word.line);
    CHECK(surface_key(word.surface) == word.surface);
  }
}

TEST_CASE("user words: each alone is one word, read as its row says", "[text]") {
  MecabTagger tagger;
  for (const UserWord& word : shipped_words()) {
    CAPTURE(word.file, word.line, word.surface);
    std::ostringstream csv;
    write_mecab_csv({word}, csv);
    const auto morphemes = tagger.parse(word.surface);
    REQUIRE(morphemes.size() == 1);
    CHECK(csv.str().ends_with(std::string(morphemes[0].features) + "\n"));
  }
}

TEST_CASE("user words: a row becomes a row of MeCab", "[text]") {
  std::ostringstream csv;
  write_mecab_csv(words_of("獣人\tじゅうじん\t1285\t1285\t5000\tcut\n"), csv);
  CHECK(csv.str() ==
        "獣人,1285,1285,5000,名詞,一般,*,*,*,*,獣人,ジュウジン,ジュウジン,ficsearch\n");
}

TEST_CASE("user words: what breaks a rule is refused with its line", "[text]") {
  for (const Row& row : read_rows("text/user_words_refused.tsv")) {
    DYNAMIC_SECTION(row["why"]) {
      try {
        words_of(row["rows"] + "\n");
        FAIL("accepted");
      } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_dictionary);
        CHECK(error.where().line == std::stoul(row["line"]));
        CHECK_THAT(error.what(), Catch::Contains(row["message"]));
      }
    }
  }
}

TEST_CASE("user words: a folder without tables is an error", "[text]") {
  const TemporaryDirectory folder;
  CHECK_THROWS_AS(read_user_words(folder.path()), Error);
}
