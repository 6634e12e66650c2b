// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/text_reader.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "ingest/open_source.h"
#include "ingest/shown.h"
#include "ingest/sources.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

TEST_CASE("text: a JSON file beside it says what it is", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string path = folder.path() / "snow.txt";
  test::write_file(path, "雪が降る。\n《灯》\n");
  test::write_file(folder.path() / "snow.json", "{\n\"title\":\"雪\",\n\"tags\":[\"NTR\"]}");
  const auto results = test::read_all(path, Format::automatic);
  REQUIRE(results.size() == 1);
  CHECK(test::shown(results[0], "id") == "snow");
  CHECK(test::shown(results[0], "tags") == "freeform:NTR");
  CHECK(test::shown(results[0], "text") == "雪が降る。\n《灯》\n");
}

TEST_CASE("text: the JSON file of the full name goes first, and may give the id", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string path = folder.path() / "snow.txt";
  test::write_file(path, "a");
  test::write_file(folder.path() / "snow.json", "{\"title\":\"A\"}");
  test::write_file(folder.path() / "snow.txt.json", "{\"id\":7,\"title\":\"B\"}");
  const auto results = test::read_all(path, Format::automatic);
  CHECK(test::shown(results.at(0), "id") == "7");
  CHECK(test::shown(results.at(0), "title") == "B");
}

TEST_CASE("text: what is described is a text, whatever it begins with", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string path = folder.path() / "snow.txt";
  test::write_file(folder.path() / "snow.json", "{\"title\":\"A\"}");
  for (const char* text : {"[Prologue]\nSnow fell.", "{Snow}", "id,title\n1,B\n", "", "<html>B"}) {
    CAPTURE(text);
    test::write_file(path, text);
    const auto results = test::read_all(path, Format::automatic);
    REQUIRE(results.size() == 1);
    CHECK(test::shown(results[0], "title") == "A");
    CHECK(test::shown(results[0], "text") == text);
  }
}

TEST_CASE("text: descriptions are no sources where their texts are named too", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string a = folder.path() / "a";
  const std::string b = folder.path() / "b";
  for (const std::string& file : {a + ".txt", a + ".json", b + ".json"}) test::write_file(file, "");
  CHECK(test::listed({a + ".json", a + ".txt", b + ".json"}) ==
        std::vector<std::string>{a + ".txt", b + ".json"});
}

TEST_CASE("text: a description that is a link out of the folder is none", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string root = folder.path() / "texts";
  test::write_file(root + "/a.txt", "Snow.");
  test::write_file(folder.path() / "secret.json", "{\"title\":\"A\"}");
  std::filesystem::create_symlink(folder.path() / "secret.json", root + "/a.json");
  CHECK(ingest::find_sidecar({root + "/a.txt", root}) == std::nullopt);
  CHECK(ingest::find_sidecar({root + "/a.txt"}).has_value());
}

TEST_CASE("text: a folder's descriptions are no sources of their own", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string root = folder.path() / "texts";
  for (const char* name : {"/a.txt", "/a.json", "/b.txt", "/b.txt.json", "/c.json"})
    test::write_file(root + name, "");
  CHECK(test::listed({root}) ==
        std::vector<std::string>{root + "/a.txt", root + "/b.txt", root + "/c.json"});
}
