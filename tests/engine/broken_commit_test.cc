// SPDX-License-Identifier: GPL-3.0-or-later
// Commits that cannot be opened: nobody is answered from what is left of them, or from an old one
// without being told.
#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>

#include "engine/open_commit.h"
#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "store/metadata.h"
#include "support/error_code.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

class Archive {
 public:
  Archive() { put("first"); }

  std::filesystem::path directory() const { return folder_.path() / "index"; }

  void put(const std::string& id) const {
    const std::filesystem::path dump = folder_.path() / "works.jsonl";
    std::ofstream(dump) << R"({"id":")" << id << R"(","title":"A title","tags":["yandere"]})"
                        << '\n';
    REQUIRE(Index::import(directory(), {dump.string()}, {}).imported() == 1);
  }

  // Under another name the index is there for nobody.
  void hide() const { std::filesystem::rename(directory(), hidden()); }
  void show() const { std::filesystem::rename(hidden(), directory()); }

  // Commits what no ficsearch writes; empty: as before.
  void set_vocabulary(const std::string& toml) const {
    Xapian::WritableDatabase database(directory().string(), Xapian::DB_OPEN);
    database.set_metadata(store::metadata::kVocabulary, toml);
    database.commit();
  }

 private:
  std::filesystem::path hidden() const { return folder_.path() / "hidden"; }

  test::TemporaryDirectory folder_;
};

// The error of a search; nullopt if there was none.
std::optional<ErrorCode> error_of_search(Index& index) {
  try {
    index.search({});
    return std::nullopt;
  } catch (const Error& error) {
    return error.code();
  }
}

}  // namespace

TEST_CASE("index: a handle for many searches tells that it cannot follow", "[engine]") {
  const Archive archive;
  Index index = Index::open(archive.directory(), {.use = Use::many});
  CHECK(index.search({}).total.value == 1);
  archive.hide();
  std::optional<ErrorCode> error;
  while (!(error = error_of_search(index))) std::this_thread::yield();
  CHECK(*error == ErrorCode::no_index);
  CHECK(error_of_search(index) == ErrorCode::no_index);

  archive.show();
  archive.put("second");
  while (error_of_search(index)) std::this_thread::yield();
  while (index.search({}).total.value != 2) std::this_thread::yield();
}

TEST_CASE("index: what failed to be refreshed is refreshed whole", "[engine]") {
  const Archive archive;
  engine::OpenCommit commit(archive.directory(), 4096);
  archive.set_vocabulary("[[concept]]");
  CHECK(test::code_of([&] { commit.refresh(); }) == ErrorCode::index_corrupt);
  CHECK_FALSE(commit.is_whole());
  CHECK(test::code_of([&] { commit.refresh(); }) == ErrorCode::index_corrupt);

  archive.set_vocabulary("");
  archive.put("second");
  commit.refresh();
  CHECK(commit.is_whole());
  CHECK(commit.reader().works() == 2);
  CHECK(commit.snapshot().key().revision == commit.reader().revision());
}
