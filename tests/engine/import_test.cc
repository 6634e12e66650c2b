// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <fstream>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "store/writer.h"
#include "support/random_archive.h"
#include "support/seen_in.h"
#include "support/temporary_directory.h"
#include "text/keys.h"

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
  std::filesystem::path path(const std::string& name) const { return directory_.path() / name; }
  std::filesystem::path index_path() const { return path("index"); }
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

// Many works of a random archive, some twice, some changed, with broken records between.
std::string mixed_dump(std::size_t count) {
  test::RandomArchive random(11);
  std::vector<Work> works = random.works(count);
  std::string lines;
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (i % 7 == 3) works[i].id = works[i - 1].id;
    if (i % 11 == 5) works[i] = works[i - 4];
    lines += to_json(works[i]) + "\n";
    if (i % 50 == 20) lines += "{\"id\":" + std::to_string(i) + "}\n";
  }
  return lines;
}

// Works of a random archive, each once, with a broken record behind every 50th.
std::string distinct_dump(std::size_t count) {
  test::RandomArchive random(13);
  std::string lines;
  std::size_t number = 0;
  for (Work& work : random.works(count)) {
    work.id = "d" + std::to_string(++number);
    lines += to_json(work) + "\n";
    if (number % 50 == 0) lines += "{}\n";
  }
  return lines;
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

TEST_CASE("import: joins of another dictionary are stored anew, even without works", "[engine]") {
  const Archive archive;
  archive.import(archive.write(
      "a.jsonl",
      works(1, 2, "銀河の灯台") + works(3, 3, "ginga no toudai") + works(4, 4, "fluff")));
  {  // As a program with another dictionary leaves it: nothing is joined.
    store::Writer writer(archive.index_path(), text::normalizer_version());
    writer.begin();
    writer.update_joins("another", [&](const store::TagRegistry&, bool is_other) {
      CHECK(is_other);
      writer.tags().replace_joins({}, "another");
    });
    writer.commit();
  }
  Index index = archive.open();
  CHECK(index.status().joins == "another");
  CHECK(total(index, "銀河の灯台") == 1);  // This process finds out for itself.
  archive.import(archive.write("none.jsonl", ""));
  const IndexStatus after = index.status();
  CHECK(after.joins == after.dictionary);
  CHECK(after.works == 4);
  CHECK(total(index, "銀河の灯台") == 1);
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

TEST_CASE("import: whoever interrupts does not wait for joins, and the next import stores them",
          "[engine]") {
  const Archive archive;
  const std::string dump = archive.write("a.jsonl", works(1, 30, "NTR"));
  ImportOptions options;
  options.batch_works = 4;
  options.jobs = 1;
  SECTION("while it reads") {
    options.should_stop = [asked = 0]() mutable { return ++asked > 20; };
  }
  SECTION("while it looks for joins") {
    options.should_stop = [asked = 0]() mutable { return ++asked > 31; };
  }
  const ImportReport stopped = archive.import(dump, options);
  CHECK(stopped.interrupted);
  CHECK(stopped.added >= 20);
  {
    Index index = archive.open();
    CHECK(index.status().joins.empty());
    CHECK(total(index, "ネトラレ") == 0);
  }
  const ImportReport next = archive.import(dump);
  CHECK(next.added + next.unchanged == 30);
  CHECK(next.unchanged == stopped.added);
  Index index = archive.open();
  CHECK(index.status().joins == index.status().dictionary);
}

TEST_CASE("import: goes on from the parts that a broken first import had finished", "[engine]") {
  const std::string dump = distinct_dump(400);
  const Archive whole;
  const ImportReport once = whole.import(whole.write("a.jsonl", dump));
  const Archive archive;
  const std::string source = archive.write("a.jsonl", dump);
  std::vector<std::uint64_t> works;
  // Each is broken off later than the one before.
  for (const int rejects : {2, 4, 7}) {
    ImportOptions breaking;
    breaking.batch_works = 1;
    breaking.jobs = 1;
    breaking.on_reject = [left = rejects](const Reject&) mutable {
      if (--left == 0) throw std::runtime_error("broken");
    };
    CHECK_THROWS_WITH(archive.import(source, breaking), "broken");
    works.push_back(archive.open().status().works);
  }
  CHECK(works[0] == 0);
  // A bundle of records can be lost with the break, and what is less than 32 batches.
  CHECK(works[1] >= 32);
  CHECK(works[2] >= works[1] + 32);
  const ImportReport rest = archive.import(source);
  CHECK(rest.resumed >= 32);
  CHECK(rest.unchanged == works[2] + rest.resumed);
  CHECK(rest.unchanged + rest.added == once.added);
  CHECK(rest.rejected == once.rejected);
  Index index = archive.open();
  Index all = whole.open();
  CHECK(test::seen_in(index) == test::seen_in(all));
  CHECK_FALSE(std::filesystem::exists(archive.path(".index.import")));
}

TEST_CASE("import: damaged parts of a broken import stop no other", "[engine]") {
  const Archive archive;
  const std::string source = archive.write("a.jsonl", distinct_dump(300));
  ImportOptions breaking;
  breaking.batch_works = 1;
  breaking.jobs = 1;
  breaking.on_reject = [rejects = 0](const Reject&) mutable {
    if (++rejects == 4) throw std::runtime_error("broken");
  };
  CHECK_THROWS_WITH(archive.import(source, breaking), "broken");
  const std::filesystem::path part = archive.path(".index.import") / "1-0";
  REQUIRE(std::filesystem::exists(part));
  SECTION("a table") {
    std::filesystem::resize_file(part / "postlist.glass", 8192);
  }
  SECTION("a version file") {
    std::filesystem::resize_file(part / "iamglass", 5);
  }
  SECTION("the list of parts") {
    std::filesystem::resize_file(archive.path(".index.import") / "finished", 40);
  }
  SECTION("a part that is gone") {
    std::filesystem::remove_all(part);
  }
  const Archive whole;
  const std::uint64_t works = whole.import(whole.write("a.jsonl", distinct_dump(300))).added;
  const ImportReport report = archive.import(source);
  CHECK(report.resumed == 0);
  CHECK(report.added == works);
  CHECK_FALSE(std::filesystem::exists(archive.path(".index.import")));
}

TEST_CASE("import: one id twice in a dump is one work, as written last", "[engine]") {
  const Archive archive;
  const ImportReport report =
      archive.import(archive.write("a.jsonl", works(1, 1, "a") + works(1, 1, "NTR")));
  CHECK(report.added == 1);
  CHECK(report.replaced == 1);
  Index index = archive.open();
  CHECK(index.status().works == 1);
  CHECK(index.get({}, "w1").tags.front().name == "NTR");
}

TEST_CASE("index: a work that is not there is an error with its name", "[engine]") {
  const Archive archive;
  archive.import(archive.write("a.jsonl", works(1, 1, "a")));
  Index index = archive.open();
  CHECK_THROWS_WITH(index.get({}, "w9"), Catch::Contains("w9"));
}

TEST_CASE("import: the number of threads changes nothing", "[engine]") {
  const std::string dump = mixed_dump(700);
  std::vector<std::string> reports;
  std::vector<std::string> rejects(2);
  std::vector<std::string> seen;
  for (const std::size_t jobs : {1, 4}) {
    const Archive archive;
    const std::string source = archive.write("a.jsonl", dump);
    ImportOptions options;
    options.jobs = jobs;
    options.batch_works = 90;
    options.on_reject = [&](const Reject& reject) {
      rejects[seen.size()] += std::to_string(reject.line) + " " + reject.message + "\n";
    };
    reports.push_back(to_json(archive.import(source, options)));
    Index index = archive.open();
    seen.push_back(test::seen_in(index));
  }
  CHECK(reports[0] == reports[1]);
  CHECK(rejects[0] == rejects[1]);
  CHECK_FALSE(rejects[0].empty());
  CHECK(seen[0] == seen[1]);
}

TEST_CASE("import: a work that comes twice is compared with what came before it", "[engine]") {
  const Archive archive;
  const std::string twice = works(1, 2, "fluff") + works(1, 1, "fluff") + works(2, 2, "angst");
  const ImportReport report = archive.import(archive.write("a.jsonl", twice));
  CHECK(report.added == 2);
  CHECK(report.unchanged == 1);
  CHECK(report.replaced == 1);
  CHECK(report.repeated == 2);
  Index index = archive.open();
  CHECK(total(index, "angst") == 1);
}

TEST_CASE("import: a work that comes twice is no change if the index has the later version",
          "[engine]") {
  const Archive archive;
  const std::string source =
      archive.write("a.jsonl", works(1, 3, "fluff") + works(2, 2, "angst") + works(2, 2, "NTR"));
  CHECK(archive.import(source).replaced == 2);
  const auto revision = archive.open().status().revision;
  const ImportReport again = archive.import(source);
  CHECK(again.replaced == 0);
  CHECK(again.unchanged == 5);
  CHECK(again.repeated == 2);
  CHECK(archive.open().status().revision == revision);
}

TEST_CASE("import: tags of a version that is not written are joined when they come again",
          "[engine]") {
  const Archive archive;
  archive.import(archive.write("a.jsonl", works(1, 2, "fluff")));
  ImportOptions pruning;
  pruning.confirm_prune = [](std::uint64_t) { return true; };
  const std::string back = works(1, 1, "#NTR") + works(1, 1, "fluff");
  CHECK(archive.import(archive.write("b.jsonl", back), pruning).unchanged == 2);
  archive.import(archive.write("c.jsonl", works(3, 3, "#NTR")));
  Index index = archive.open();
  CHECK(total(index, "netorare") == 1);
}

TEST_CASE("import: a changed work that comes twice in two batches is as written last", "[engine]") {
  const Archive archive;
  archive.import(archive.write("a.jsonl", works(1, 9, "fluff")));
  ImportOptions options;
  options.batch_works = 3;
  const ImportReport changed = archive.import(
      archive.write("b.jsonl", works(1, 8, "angst") + works(1, 1, "NTR") + works(2, 2, "fluff")),
      options);
  CHECK(changed.replaced == 10);
  Index index = archive.open();
  CHECK(index.get({}, "w1").tags.front().name == "NTR");
  CHECK(index.get({}, "w2").tags.front().name == "fluff");
  CHECK(index.get({}, "w8").tags.front().name == "angst");
}

TEST_CASE("import: an index built in parts is the one that batches make", "[engine]") {
  const std::string dump = mixed_dump(700);
  std::vector<std::string> reports;
  std::vector<std::string> seen;
  // All in one batch; in parts of few works that are put in several times; in some that are large.
  for (const std::size_t batch : {10'000, 20, 150}) {
    const Archive archive;
    ImportOptions options;
    options.jobs = 3;
    options.batch_works = batch;
    reports.push_back(to_json(archive.import(archive.write("a.jsonl", dump), options)));
    Index index = archive.open();
    seen.push_back(test::seen_in(index));
    CHECK(index.status().works > 0);
    std::size_t entries = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(archive.index_path().parent_path())) {
      INFO(entry.path());
      ++entries;
    }
    CHECK(entries == 2);  // the dump and the index: no parts are left
  }
  CHECK(reports[1] == reports[0]);
  CHECK(seen[1] == seen[0]);
  CHECK(reports[2] == reports[0]);
  CHECK(seen[2] == seen[0]);
}

TEST_CASE("import: an index that is a link is built where it is", "[engine]") {
  const Archive archive;
  std::filesystem::create_directory(archive.path("there"));
  std::filesystem::create_directory_symlink(archive.path("there"), archive.index_path());
  ImportOptions options;
  options.batch_works = 3;
  CHECK(archive.import(archive.write("a.jsonl", works(1, 20, "fluff")), options).added == 20);
  CHECK(std::filesystem::is_symlink(archive.index_path()));
  Index index = archive.open();
  CHECK(total(index, "") == 20);
}

TEST_CASE("import: an index that was open while it was built anew shows the works", "[engine]") {
  const Archive archive;
  archive.import(archive.write("none.jsonl", "\n"));
  Index index = archive.open();
  CHECK(total(index, "") == 0);
  ImportOptions options;
  options.batch_works = 3;
  archive.import(archive.write("a.jsonl", works(1, 20, "fluff")), options);
  CHECK(total(index, "") == 20);
  CHECK(total(index, "fluff") == 0);
}

TEST_CASE("import: what a broken first import committed is searched as if it had ended",
          "[engine]") {
  const Archive archive;
  const std::string source = archive.write("a.jsonl", mixed_dump(500));
  ImportOptions breaking;
  // The first works are in the index long before the one that breaks it is read.
  breaking.batch_works = 1;
  breaking.jobs = 1;
  int rejects = 0;
  breaking.on_reject = [&](const Reject&) {
    if (++rejects == 9) throw std::runtime_error("broken");
  };
  CHECK_THROWS_WITH(archive.import(source, breaking), "broken");
  const Archive whole;
  whole.import(source);
  {
    Index index = archive.open();
    CHECK(index.status().works > 0);
    Index all = whole.open();
    CHECK(index.status().works < all.status().works);
  }
  archive.import(source);
  Index index = archive.open();
  Index all = whole.open();
  CHECK(index.status().works == all.status().works);
  CHECK(test::seen_in(index) == test::seen_in(all));
}
