// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <fstream>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

class Archive {
 public:
  std::string write(const std::string& name, const std::string& text) const {
    const std::filesystem::path file = directory_.path() / name;
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }
  ImportReport import(const std::string& source, ImportOptions options = {}) const {
    return Index::import(index_path(), {source}, options);
  }
  std::filesystem::path index_path() const { return directory_.path() / "index"; }
  Index open() const { return Index::open(index_path()); }

 private:
  test::TemporaryDirectory directory_;
};

std::string works(int first, int last, const std::string& tag) {
  std::string lines;
  for (int i = first; i <= last; ++i)
    lines += R"({"id":"w)" + std::to_string(i) + R"(","title":"Work","tags":[")" + tag + "\"]}\n";
  return lines;
}

std::uint64_t total(Index& index, const std::string& excluded) {
  SearchRequest request;
  if (!excluded.empty()) request.exclude = {{std::nullopt, excluded, Match::concept_}};
  return index.search(request).total.value;
}

}  // namespace

TEST_CASE("import: new, changed and unchanged works are told apart", "[engine]") {
  const Archive archive;
  CHECK(archive.import(archive.write("a.jsonl", works(1, 5, "fluff"))).added == 5);
  const ImportReport again = archive.import(archive.write("a.jsonl", works(1, 5, "fluff")));
  CHECK(again.unchanged == 5);
  CHECK(again.imported() == 5);
  const ImportReport changed = archive.import(archive.write("b.jsonl", works(4, 7, "angst")));
  CHECK(changed.replaced == 2);
  CHECK(changed.added == 2);
  Index index = archive.open();
  CHECK(index.status().works == 7);
}

TEST_CASE("import: the same input a second time writes nothing", "[engine]") {
  const Archive archive;
  const std::string dump = archive.write("a.jsonl", works(1, 5, "NTR"));
  archive.import(dump);
  Index index = archive.open();
  const IndexStatus before = index.status();
  archive.import(dump);
  const IndexStatus after = index.status();
  CHECK(after.spellings == before.spellings);
  CHECK(after.works == before.works);
  CHECK(after.revision == before.revision);
}

TEST_CASE("import: an open index sees what was committed after it was opened", "[engine]") {
  const Archive archive;
  archive.import(archive.write("a.jsonl", works(1, 3, "fluff")));
  Index index = archive.open();
  CHECK(total(index, "NTR") == 3);
  for (int i = 4; i < 10; ++i) archive.import(archive.write("b.jsonl", works(i, i, "ネトラレ")));
  CHECK(total(index, "") == 9);
  CHECK(total(index, "NTR") == 3);
}

TEST_CASE("import: a changed work is excluded by its new tags at once", "[engine]") {
  const Archive archive;
  archive.import(archive.write("a.jsonl", works(1, 2, "fluff")));
  archive.import(archive.write("a.jsonl", works(2, 2, "寝取られ")));
  Index index = archive.open();
  CHECK(total(index, "NTR") == 1);
  archive.import(archive.write("a.jsonl", works(2, 2, "fluff")));
  CHECK(total(index, "NTR") == 2);
}

TEST_CASE("import: a damaged record rejects itself alone", "[engine]") {
  const Archive archive;
  std::vector<Reject> rejects;
  ImportOptions options;
  options.on_reject = [&](const Reject& reject) { rejects.push_back(reject); };
  const ImportReport report = archive.import(
      archive.write("a.jsonl", works(1, 2, "a") + "{\"id\":\"w3\",\"ti\n" + works(4, 5, "a")),
      options);
  CHECK(report.added == 4);
  CHECK(report.rejected == 1);
  REQUIRE(rejects.size() == 1);
  CHECK(rejects[0].line == 3);
  CHECK(rejects[0].code == ErrorCode::bad_json);
  CHECK(rejects[0].byte_offset == works(1, 2, "a").size());
}

TEST_CASE("import: stop_on_error ends at the first bad record and keeps what came before",
          "[engine]") {
  const Archive archive;
  ImportOptions options;
  options.stop_on_error = true;
  const ImportReport report = archive.import(
      archive.write("a.jsonl", works(1, 2, "a") + "{}\n" + works(4, 5, "a")), options);
  CHECK(report.added == 2);
  CHECK(report.rejected == 1);
}

TEST_CASE("import: an interrupted import is whole up to where it stopped, and goes on",
          "[engine]") {
  const Archive archive;
  const std::string dump = archive.write("a.jsonl", works(1, 50, "a"));
  int asked = 0;
  ImportOptions options;
  options.batch_works = 4;
  options.should_stop = [&] { return ++asked > 10; };
  const ImportReport stopped = archive.import(dump, options);
  CHECK(stopped.interrupted);
  CHECK(stopped.added == 10);
  {
    Index index = archive.open();
    CHECK(index.status().works == 10);
  }
  const ImportReport resumed = archive.import(dump);
  CHECK(resumed.unchanged == 10);
  CHECK(resumed.added == 40);
}

TEST_CASE("import: one id twice in a dump is one work, as written last", "[engine]") {
  const Archive archive;
  const ImportReport report =
      archive.import(archive.write("a.jsonl", works(1, 1, "a") + works(1, 1, "NTR")));
  CHECK(report.added == 1);
  CHECK(report.replaced == 1);
  Index index = archive.open();
  CHECK(index.status().works == 1);
  CHECK(index.get("w1").tags.front().name == "NTR");
}

TEST_CASE("index: a work that is not there is an error with its name", "[engine]") {
  const Archive archive;
  archive.import(archive.write("a.jsonl", works(1, 1, "a")));
  Index index = archive.open();
  CHECK_THROWS_WITH(index.get("w9"), Catch::Contains("w9"));
}
