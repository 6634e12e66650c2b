// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <fstream>

#include "engine/exact_hashes.h"
#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "store/writer.h"
#include "support/temporary_directory.h"
#include "text/keys.h"

using namespace ficsearch;

namespace {

struct Shelf {
  test::TemporaryDirectory directory;
  std::filesystem::path index = directory.path() / "index";
  std::filesystem::path folder = directory.path() / "books";

  Shelf() { std::filesystem::create_directory(folder); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  }
  std::uint64_t works() const { return Index::open(index).status().works; }
};

std::string work(const std::string& id, const std::string& tag) {
  return R"({"id":")" + id + R"(","title":"Work","tags":[")" + tag + "\"]}\n";
}

ImportOptions pruning(bool answer, std::vector<std::uint64_t>& asked) {
  ImportOptions options;
  options.confirm_prune = [answer, &asked](std::uint64_t works) {
    asked.push_back(works);
    return answer;
  };
  return options;
}

WatchOptions every_millisecond() {
  return {.interval = std::chrono::milliseconds(1),
          .on_report = [](const ImportReport&) {},
          .on_failure = [](const Error& error) { FAIL(error.what()); }};
}

}  // namespace

TEST_CASE("exact hashes: each is new once, zero too", "[engine]") {
  engine::ExactHashes hashes;
  for (std::uint64_t hash = 0; hash < 5000; ++hash) {
    CHECK_FALSE(hashes.contains(hash * 1024));
    CHECK_FALSE(hashes.add(hash * 1024));
    CHECK(hashes.add(hash * 1024));
  }
  CHECK(hashes.contains(0));
  CHECK_FALSE(hashes.contains(1));
}

TEST_CASE("prune: works that no source has any more are deleted once somebody agrees", "[engine]") {
  const Shelf shelf;
  std::vector<std::uint64_t> asked;
  const std::string all =
      shelf.write("a.jsonl", work("w1", "a") + work("w2", "a") + work("w3", "a"));
  CHECK(Index::import(shelf.index, {all}, pruning(true, asked)).pruned == 0);
  CHECK(asked.empty());
  const std::string fewer = shelf.write("a.jsonl", work("w2", "b"));
  CHECK(Index::import(shelf.index, {fewer}, pruning(false, asked)).pruned == 0);
  CHECK(shelf.works() == 3);
  CHECK(Index::import(shelf.index, {fewer}, pruning(true, asked)).pruned == 2);
  CHECK(asked == std::vector<std::uint64_t>{2, 2});
  CHECK(shelf.works() == 1);
  CHECK(Index::open(shelf.index).get({}, "w2").tags.front().name == "b");
}

TEST_CASE("prune: what was not read whole prunes nothing", "[engine]") {
  const Shelf shelf;
  std::vector<std::uint64_t> asked;
  Index::import(shelf.index, {shelf.write("a.jsonl", work("w1", "a") + work("w2", "a"))}, {});
  const std::string damaged = shelf.write("a.jsonl", work("w1", "a") + "{\"id\":\"w2\"\n");
  CHECK(Index::import(shelf.index, {damaged}, pruning(true, asked)).pruned == 0);
  ImportOptions interrupted = pruning(true, asked);
  interrupted.should_stop = [] { return true; };
  CHECK(Index::import(shelf.index, {shelf.write("b.jsonl", work("w1", "a"))}, interrupted).pruned ==
        0);
  CHECK(asked.empty());
  CHECK(shelf.works() == 2);
}

TEST_CASE("prune: a folder with a file that is no work prunes nothing, and says why", "[engine]") {
  const Shelf shelf;
  const auto import = [&] {
    std::vector<std::uint64_t> asked;
    ImportReport report = Index::import(shelf.index, {shelf.folder}, pruning(true, asked));
    CHECK(asked.empty());
    CHECK(shelf.works() == 2);
    return report;
  };
  shelf.write("a.jsonl", work("w1", "a"));
  const std::string second = shelf.write("b.jsonl", work("w2", "a"));
  CHECK(import().not_pruned.empty());

  for (const std::string& content : {std::string(64, '\0'), std::string(), std::string("[]")}) {
    CAPTURE(content);
    shelf.write("b.jsonl", content);
    CHECK_THAT(import().not_pruned, Catch::Contains("b.jsonl"));
  }
  std::filesystem::remove(second);
  std::filesystem::create_symlink(shelf.folder / "nowhere", second);
  CHECK(import().skipped_files == std::vector<std::string>{second});
  CHECK_THAT(import().not_pruned, Catch::Contains("skipped"));
}

TEST_CASE("prune: a pipe or a device is no whole source", "[engine]") {
  const Shelf shelf;
  std::vector<std::uint64_t> asked;
  Index::import(shelf.index, {shelf.write("a.jsonl", work("w1", "a"))}, {});
  for (const char* source : {"/dev/null", "-"}) {
    CAPTURE(source);
    CHECK_THROWS_WITH(Index::import(shelf.index, {source}, pruning(true, asked)),
                      Catch::Contains("all there is"));
  }
  CHECK(shelf.works() == 1);
}

TEST_CASE("preview: says what an import would do, and writes nothing", "[engine]") {
  const Shelf shelf;
  const std::string first = shelf.write("a.jsonl", work("w1", "NTR") + work("w2", "dungeon 7"));
  const std::string second =
      shelf.write("b.jsonl", work("w2", "dungeon 7") + work("w2", "ネトラレ") + "{}\n");
  const ImportPreview before = Index::preview_import(shelf.index, {first, second}, {});
  CHECK_FALSE(std::filesystem::exists(shelf.index));
  CHECK(before.sources == std::vector<SourcePreview>{{first, 2, 0, 0, 0}, {second, 0, 1, 1, 1}});
  const auto freeform = std::find_if(before.facets.begin(), before.facets.end(),
                                     [](const auto& of) { return of.facet == Facet::freeform; });
  REQUIRE(freeform != before.facets.end());
  CHECK(*freeform == FacetPreview{Facet::freeform, 4, 3, 2});
  const UnmappedTag dungeon{Facet::freeform, "dungeon 7", 2};
  CHECK(std::count(before.unmapped.begin(), before.unmapped.end(), dungeon) == 1);

  Index::import(shelf.index, {first}, {});
  const ImportPreview after = Index::preview_import(shelf.index, {second}, {});
  CHECK(after.sources == std::vector<SourcePreview>{{second, 0, 1, 1, 1}});
}

TEST_CASE("watch: imports again once a changed folder is quiet, and ends when asked", "[engine]") {
  const Shelf shelf;
  shelf.write("a.jsonl", work("w1", "a"));
  std::vector<std::uint64_t> added;
  bool has_written = false;
  ImportOptions options;
  options.should_stop = [&] {
    // Asked while it waits, too: by then the first import is over.
    if (added.size() == 1 && !std::exchange(has_written, true))
      shelf.write("b.jsonl", work("w2", "a") + work("w3", "a"));
    return added.size() == 2;
  };
  WatchOptions how = every_millisecond();
  how.on_report = [&](const ImportReport& report) { added.push_back(report.added); };
  Index::watch(shelf.index, {shelf.folder.string()}, options, how);
  CHECK(added == std::vector<std::uint64_t>{1, 2});
  CHECK_THROWS_WITH(Index::watch(shelf.index, {"-"}, {}, every_millisecond()),
                    Catch::Contains("standard input"));
}

TEST_CASE("watch: what describes a text is part of it", "[engine]") {
  const Shelf shelf;
  shelf.write("rain.txt", "It rained.");
  shelf.write("rain.json", work("rain", "slow burn"));
  std::size_t rounds = 0;
  bool has_written = false;
  ImportOptions options;
  options.should_stop = [&] {
    if (rounds == 1 && !std::exchange(has_written, true))
      shelf.write("rain.json", work("rain", "netorare"));
    return rounds == 2;
  };
  WatchOptions how = every_millisecond();
  how.on_report = [&](const ImportReport&) { ++rounds; };
  SECTION("in a folder") {
    Index::watch(shelf.index, {shelf.folder}, options, how);
  }
  SECTION("alone") {
    Index::watch(shelf.index, {shelf.folder / "rain.txt"}, options, how);
  }
  CHECK(Index::open(shelf.index).get({}, "rain").tags.front().name == "netorare");
}

TEST_CASE("watch: what may pass is told and tried again", "[engine]") {
  const Shelf shelf;
  shelf.write("a.jsonl", work("w1", "a"));
  std::vector<ErrorCode> failures;
  std::uint64_t added = 0;
  ImportOptions options;
  options.should_stop = [&] { return added != 0; };
  WatchOptions how = every_millisecond();
  how.on_report = [&](const ImportReport& report) { added += report.added; };
  SECTION("a folder without files") {
    std::filesystem::remove(shelf.folder / "a.jsonl");
    how.on_failure = [&](const Error& error) {
      failures.push_back(error.code());
      if (failures.size() == 2) shelf.write("a.jsonl", work("w1", "a"));
    };
    Index::watch(shelf.index, {shelf.folder}, options, how);
    CHECK(failures == std::vector{ErrorCode::io, ErrorCode::io});
  }
  SECTION("another writer") {
    auto writer = std::make_unique<store::Writer>(shelf.index, text::normalizer_version());
    how.on_failure = [&](const Error& error) {
      failures.push_back(error.code());
      writer.reset();
    };
    Index::watch(shelf.index, {shelf.folder}, options, how);
    CHECK(failures == std::vector{ErrorCode::locked});
  }
  CHECK(added == 1);
}

TEST_CASE("watch: a source that was never there ends it", "[engine]") {
  const Shelf shelf;
  CHECK_THROWS_WITH(Index::watch(shelf.index, {shelf.folder / "no"}, {}, every_millisecond()),
                    Catch::Contains("cannot be read"));
}

TEST_CASE("import: less memory makes the same index", "[engine]") {
  const Shelf shelf;
  std::string lines;
  for (int i = 0; i < 40; ++i)
    lines += R"({"id":"w)" + std::to_string(i) + R"(","title":"Long","text":")" +
             std::string(9000, 'a') + " rain " + std::to_string(i) + "\"}\n";
  ImportOptions options;
  options.memory_bytes = 256u << 20;  // batches of 64 KiB of text
  CHECK(Index::import(shelf.index, {shelf.write("a.jsonl", lines)}, options).added == 40);
  Index index = Index::open(shelf.index);
  SearchRequest request;
  request.query = "rain";
  CHECK(index.search(request).total.value == 40);
}
