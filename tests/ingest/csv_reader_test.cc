// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/csv_reader.h"

#include <catch2/catch.hpp>

#include "ficsearch/error.h"
#include "ingest/open_source.h"
#include "ingest/shown.h"
#include "ingest/sources.h"
#include "ingest/work_fields.h"
#include "support/rows.h"
#include "support/temporary_directory.h"
#include "text/charset.h"

using namespace ficsearch;

namespace {

std::vector<ingest::ReadResult> read(const std::string& map, const std::string& table,
                                     Format format = Format::csv) {
  const test::TemporaryDirectory folder;
  const std::string path = folder.path() / "table";
  test::write_file(path, table);
  ingest::SourceOptions options{.format = format};
  if (!map.empty())
    options.columns =
        std::make_shared<const ingest::ColumnMap>(ingest::ColumnMap::parse(map, "map.toml"));
  const auto reader = ingest::open_source({path}, options);
  std::vector<ingest::ReadResult> results;
  while (auto result = reader->next()) results.push_back(*std::move(result));
  return results;
}

// 鼻, the first sentences of the story as summary, and 怪談;幽霊, in Shift_JIS.
const std::string kShiftJis =
    "id,title,summary,tags\n1,"
    "\x95\x40"
    ","
    "\x91\x54\x92\x71\x93\xE0\x8B\x9F\x82\xCC\x95\x40\x82\xC6\x89\x5D\x82\xA6"
    "\x82\xCE\x81\x41\x92\x72\x82\xCC\x94\xF6\x82\xC5\x92\x6D\x82\xE7\x82\xC8"
    "\x82\xA2\x8E\xD2\x82\xCD\x82\xC8\x82\xA2\x81\x42\x92\xB7\x82\xB3\x82\xCD"
    "\x8C\xDC\x98\x5A\x90\xA1\x82\xA0\x82\xC1\x82\xC4\x8F\xE3\x90\x4F\x82\xCC"
    "\x8F\xE3\x82\xA9\x82\xE7\xE8\xF9\x82\xCC\x89\xBA\x82\xDC\x82\xC5\x89\xBA"
    "\x82\xC1\x82\xC4\x82\xA2\x82\xE9\x81\x42"
    ","
    "\x89\xF6\x92\x6B"
    ";"
    "\x97\x48\x97\xEC"
    "\n";

}  // namespace

TEST_CASE("tables: what cells become", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/tables.tsv")) DYNAMIC_SECTION(row["why"]) {
      const auto results = read(row["map"], row["table"]);
      REQUIRE(results.size() == 1);
      CHECK(test::shown(results[0], row["field"]) == row["value"]);
    }
}

TEST_CASE("tables: a map of columns that says nothing sensible is refused with its place",
          "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/column_maps.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      try {
        ingest::ColumnMap::parse(row["map"], "map.toml");
        FAIL("it is read");
      } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_value);
        CHECK(error.where().file == "map.toml");
        const std::string line = "line " + std::to_string(error.where().line.value_or(0));
        CHECK_THAT(std::string(error.what()) + "; " + error.hint() + "; " + line,
                   Catch::Contains(row["message"]));
      }
    }
}

TEST_CASE("tables: commas and tabs are told apart by the header", "[ingest]") {
  CHECK(ingest::find_delimiter("id,title\n", nullptr) == ',');
  CHECK(ingest::find_delimiter("title\tid\twords\r\n", nullptr) == '\t');
  CHECK(ingest::find_delimiter("\"id\",\"title\"\n", nullptr) == ',');
  CHECK(ingest::find_delimiter("id,name\n", nullptr) == std::nullopt);
  const auto map = ingest::ColumnMap::parse("[columns]\nno = \"id\"\nname = \"title\"\n", "m");
  CHECK(ingest::find_delimiter("no,name\n", &map) == ',');
  CHECK(ingest::find_delimiter("no,title\n", &map) == std::nullopt);
  CHECK(test::shown(read("", "id\ttitle\n1\tA, B\n", Format::automatic).at(0), "title") == "A, B");
}

TEST_CASE("tables: a bad row is refused alone, with its line, its id and its bytes", "[ingest]") {
  const auto results =
      read("", "id,title,words\n1,A,1\n2,\"B\nC\",many\n\n3,\"D\"E,3\n4,F\n5,G,5\n");
  REQUIRE(results.size() == 5);
  CHECK(test::shown(results[0], "title") == "A");
  const auto& words = std::get<Reject>(results[1]);
  CHECK(words.code == ErrorCode::wrong_type);
  CHECK(words.line == 3);
  CHECK(words.byte_offset == 21);
  CHECK(words.id == "2");
  CHECK(words.record == "2,\"B\nC\",many\n");
  CHECK(std::get<Reject>(results[2]).code == ErrorCode::bad_table);
  CHECK(std::get<Reject>(results[2]).line == 6);
  CHECK_THAT(std::get<Reject>(results[3]).message, Catch::Contains("2 cells, the header 3"));
  CHECK(test::shown(results[4], "words") == "5");
}

TEST_CASE("tables: Shift_JIS is guessed, and said", "[ingest]") {
  CHECK(test::shown(read("charset = \"Shift_JIS\"\n", kShiftJis).at(0), "tags") ==
        "freeform:怪談; freeform:幽霊");
  CHECK(test::shown(read("", kShiftJis).at(0), "title") == "鼻");
  CHECK(test::shown(read("charset = \"UTF-8\"\n", kShiftJis).at(0), "reject") == "invalid_utf8");
  CHECK(test::shown(read("charset = \"Shift_JIS\"\n", "id,title\n1,\xFD\n").at(0), "reject") ==
        "bad_encoding");
}

TEST_CASE("tables: a guess that may be wrong is refused, another one is told", "[ingest]") {
  std::string english = "id,title,tags\n";
  for (int i = 0; i < 300; ++i) english += std::to_string(i) + ",Home,slow burn\n";
  const std::string shift_jis = "\x82\xCB\x82\xC6\x82\xE7\x82\xEA";  // ねとられ
  const std::string euc_jp = "\xA4\xCD\xA4\xC8\xA4\xE9\xA4\xEC";
  for (const std::string& tag : {shift_jis, euc_jp}) {
    const auto results = read("", english + "x1,Home," + tag + "\n");
    REQUIRE(results.size() == 1);
    CHECK(test::shown(results[0], "reject") == "bad_encoding");
    CHECK_THAT(std::get<Reject>(results[0]).message, Catch::Contains("charset ="));
  }
  const auto said = read("charset = \"Shift_JIS\"\n", english + "x1,Home," + shift_jis + "\n");
  CHECK(test::shown(said.back(), "tags") == "freeform:ねとられ");
  CHECK(std::get<ingest::ReadWork>(said.front()).notes.empty());
  const auto french =
      read("", english + "x1,Un caf\xE9,No\xEBl\nx2,\xC0 la fen\xEAtre,\xE9t\xE9\n");
  CHECK(test::shown(french.back(), "tags") == "freeform:été");
  CHECK(std::get<ingest::ReadWork>(french.at(0)).notes.size() == 1);
  CHECK(std::get<ingest::ReadWork>(french.at(1)).notes.empty());
}

TEST_CASE("tables: counts are whole numbers, with their thousands apart or not", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/counts.tsv")) DYNAMIC_SECTION(row["why"]) {
      const auto count = ingest::parse_count(row["text"]);
      CHECK((count ? std::to_string(*count) : "none") == row["count"]);
    }
}
