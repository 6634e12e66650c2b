// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/calibre_reader.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "ingest/open_source.h"
#include "ingest/packed.h"
#include "ingest/shown.h"
#include "ingest/sources.h"
#include "support/rows.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

void run_sql(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  char* message = nullptr;
  const int result = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
  const std::string problem = message == nullptr ? "" : message;
  sqlite3_free(message);
  sqlite3_close(database);
  CAPTURE(problem);
  REQUIRE(result == SQLITE_OK);
}

// A library of two books, of which the first has an EPUB.
std::string make_library(const std::string& root) {
  const std::string package =
      "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>x</dc:title>"
      "<dc:subject>of the file</dc:subject></metadata><manifest>"
      "<item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
      "<spine><itemref idref=\"a\"/></spine></package>";
  test::write_file(
      root + "/Ito/Snow (1)/Snow - Ito.epub",
      test::zipped({{"META-INF/container.xml",
                     "<container><rootfiles><rootfile full-path=\"p\"/></rootfiles></container>"},
                    {"p", package},
                    {"a.xhtml", "<p><ruby>雪<rt>ゆき</rt></ruby>が降る。</p>"}}));
  run_sql(root + "/metadata.db", test::read_data("ingest/calibre.sql"));
  return root + "/metadata.db";
}

}  // namespace

TEST_CASE("calibre: a library gives its books with tags and texts", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string root = folder.path() / "library";
  std::filesystem::create_directories(root);
  const std::string database = make_library(root);
  CHECK(test::listed({root}) == std::vector<std::string>{database});
  CHECK(test::listed({folder.path()}) == std::vector<std::string>{database});
  const auto results = test::read_all(database, Format::automatic);
  REQUIRE(results.size() == 2);
  for (const test::Row& row : test::read_rows("ingest/calibre_books.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      CHECK(test::shown(results.at(std::stoul(row["book"])), row["field"]) == row["value"]);
    }
}

TEST_CASE("calibre: a library that lacks what may hold tags is refused", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/calibre_damage.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      const test::TemporaryDirectory folder;
      const std::string database = make_library(folder.path());
      run_sql(database, row["sql"]);
      std::vector<std::string> codes;
      for (const auto& result : test::read_all(database, Format::automatic)) {
        const std::string code = test::shown(result, "reject");
        codes.push_back(code.empty() ? "work" : code);
      }
      CHECK(test::joined(codes) == row["codes"]);
    }
}

TEST_CASE("calibre: reading writes nothing beside the library", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string root = folder.path() / "library";
  std::filesystem::create_directories(root);
  const std::string database = make_library(root);
  const auto changed = std::filesystem::last_write_time(database);
  test::read_all(database, Format::calibre);
  CHECK(std::filesystem::last_write_time(database) == changed);
  std::size_t entries = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(root)) ++entries;
  CHECK(entries == 2);
}

TEST_CASE("calibre: another database is no library", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string path = folder.path() / "notes.db";
  run_sql(path, "CREATE TABLE notes(a);");
  CHECK_FALSE(ingest::is_calibre_library(path));
}
