// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/open_source.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include <sys/stat.h>

#include "ficsearch/error.h"
#include "ingest/sources.h"
#include "support/rows.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

namespace fs = std::filesystem;

ErrorCode code_of_opening(const std::string& path, Format format = Format::automatic) {
  try {
    ingest::open_source({path}, {.format = format});
  } catch (const Error& error) {
    CHECK(error.where().file == path);
    return error.code();
  }
  FAIL("it opens");
  return {};
}

}  // namespace

TEST_CASE("open source: content tells the format, never the name", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string jsonl = folder.path() / "a.txt";
  test::write_file(jsonl, "\xEF\xBB\xBF\n  {\"id\":\"w1\",\"title\":\"A\"}");
  CHECK(std::get<ingest::ReadWork>(test::read_all(jsonl, Format::automatic).at(0)).work.id == "w1");
  const std::string aozora = folder.path() / "a.jsonl";
  for (const char* text : {"題\n著者\n\n鼻《はな》\n", "題\n著者\n\n本文［＃「本文」に傍点］\n",
                           "題\n著者\n\n本文\n\n底本：「本」\n"}) {
    CAPTURE(text);
    test::write_file(aozora, text);
    CHECK(std::get<ingest::ReadWork>(test::read_all(aozora, Format::automatic).at(0)).work.title ==
          "題");
  }
}

TEST_CASE("open source: an empty file is a dump without works if somebody says so", "[ingest]") {
  CHECK(test::read_bytes("", Format::jsonl).empty());
  CHECK(test::read_bytes(" \n\n", Format::json).empty());
}

TEST_CASE("open source: what no reader knows is named", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/unknown_formats.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      try {
        test::read_bytes(row["text"], Format::automatic);
        FAIL("it is read");
      } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::unknown_format);
        CHECK_THAT(error.what(), Catch::Contains(row["message"]));
      }
    }
}

TEST_CASE("open source: what cannot be read is an error of the machine", "[ingest]") {
  const test::TemporaryDirectory folder;
  CHECK(code_of_opening(folder.path() / "missing") == ErrorCode::io);
  CHECK(code_of_opening(folder.path()) == ErrorCode::io);
}

TEST_CASE("open source: standard input is never an Aozora text", "[ingest]") {
  CHECK(code_of_opening("-", Format::aozora) == ErrorCode::unknown_format);
}

TEST_CASE("open source: a pipe is read once, from its start", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::string dump;
  for (int i = 0; i < 20'000; ++i) dump += "{\"id\":" + std::to_string(i) + ",\"title\":\"A\"}\n";
  const std::jthread writer([&] { test::write_file(pipe, dump); });
  const auto reader = ingest::open_source({pipe}, {.format = Format::automatic});
  std::size_t works = 0;
  while (const auto result = reader->next())
    works += std::get<ingest::ReadWork>(*result).work.id == std::to_string(works) ? 1 : 0;
  CHECK(works == 20'000);
  CHECK(reader->bytes_read() == dump.size());
  CHECK(reader->bytes_total() == 0);
}

TEST_CASE("open source: progress ends at the size of the file", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string path = folder.path() / "dump";
  test::write_file(path, "{\"id\":1,\"title\":\"A\"}\n{\"id\":2}\n");
  const auto reader = ingest::open_source({path}, {.format = Format::jsonl});
  CHECK(reader->bytes_total() == 30);
  CHECK(reader->bytes_read() == 0);
  reader->next();
  CHECK(reader->bytes_read() == 21);
  while (reader->next()) continue;
  CHECK(reader->bytes_read() == 30);
}

TEST_CASE("list files: folders are walked in the byte order of their paths", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string root = folder.path() / "texts";
  for (const char* name : {"/b.txt", "/a/z.txt", "/a.txt", "/B.txt", "/a/.hidden", "/.git/config",
                           "/a/b/c.txt", "/鼻.txt"})
    test::write_file(root + name, "");
  fs::create_directory(root + "/empty");
  CHECK(test::listed({root}) == std::vector<std::string>{root + "/B.txt", root + "/a.txt",
                                                         root + "/a/b/c.txt", root + "/a/z.txt",
                                                         root + "/b.txt", root + "/鼻.txt"});
}

TEST_CASE("list files: sources keep their order, and what is named is taken", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string hidden = folder.path() / ".works.jsonl";
  test::write_file(hidden, "");
  CHECK(test::listed({"-", hidden, "-"}) == std::vector<std::string>{"-", hidden, "-"});
  CHECK(test::listed({}).empty());
}

TEST_CASE("list files: links are followed to files of the same folder only", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string root = folder.path() / "texts";
  test::write_file(root + "/a/1.txt", "");
  test::write_file(folder.path() / "texts-of-others/2.txt", "");
  fs::create_directory_symlink(root, root + "/a/up");
  fs::create_symlink(root + "/nowhere", root + "/dangling");
  fs::create_symlink("a/1.txt", root + "/link.txt");
  fs::create_symlink(folder.path() / "texts-of-others/2.txt", root + "/out.txt");
  fs::create_directory_symlink(folder.path() / "texts-of-others", root + "/others");
  CHECK(test::listed({root}) == std::vector<std::string>{root + "/a/1.txt", root + "/link.txt"});
  CHECK(ingest::list_files({root}).links ==
        std::vector<std::string>{root + "/a/up", root + "/dangling", root + "/others",
                                 root + "/out.txt"});
  const std::string linked_root = folder.path() / "linked";
  fs::create_directory_symlink(root, linked_root);
  CHECK(test::listed({linked_root}).size() == 2);
  CHECK(test::listed({root + "/out.txt"}).size() == 1);
}

TEST_CASE("list files: a Calibre library that is a link out of the folder is passed over whole",
          "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string root = folder.path() / "books";
  test::write_file(folder.path() / "metadata.db", "SQLite format 3");
  test::write_file(root + "/a/b.epub", "");
  fs::create_symlink(folder.path() / "metadata.db", root + "/a/metadata.db");
  CHECK(test::listed({root}).empty());
  CHECK(ingest::list_files({root}).links == std::vector<std::string>{root + "/a/metadata.db"});
}

TEST_CASE("source file: its name is the path below the folder, without the extension", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/stems.tsv")) DYNAMIC_SECTION(row["why"]) {
      CHECK(ingest::stem_of({row["path"], row["root"]}) == row["stem"]);
    }
}

TEST_CASE("list files: what does not exist is an error", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string missing = folder.path() / "missing";
  try {
    ingest::list_files({missing});
    FAIL("it is listed");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::io);
    CHECK(error.where().file == missing);
  }
}
