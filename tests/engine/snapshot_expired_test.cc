// SPDX-License-Identifier: GPL-3.0-or-later
// A reader that a writer overtakes in the middle of an answer: commits are made from within it.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

constexpr int kWorks = 3000;  // more than Xapian has at hand at once

void put_all(const test::TemporaryDirectory& folder, const std::string& title) {
  const std::filesystem::path dump = folder.path() / "works.jsonl";
  {
    std::ofstream out(dump);
    for (int i = 0; i < kWorks; ++i)
      out << R"({"id":"w)" << i << R"(","title":")" << title << R"(","kudos":1,"tags":["tag )" << i
          << "\"]}\n";
  }
  REQUIRE(Index::import(folder.path() / "index", {dump.string()}, {}).imported() == kWorks);
}

}  // namespace

TEST_CASE("index: what was begun to be given away is never mixed with a later commit", "[engine]") {
  const test::TemporaryDirectory folder;
  put_all(folder, "first");
  Index index = Index::open(folder.path() / "index");
  SearchRequest request;
  request.limit = std::nullopt;
  int given = 0;
  std::optional<Error> error;
  try {
    index.search_each(request, [&](Hit&& hit) {
      CHECK(hit.title == "first");
      if (given++ != 0) return;
      put_all(folder, "second");
      put_all(folder, "third");
    });
  } catch (const Error& thrown) {
    error = thrown;
  }
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::snapshot_expired);
  CHECK_FALSE(std::string(error->what()).empty());
  CHECK(given > 0);
  CHECK(given < kWorks);

  // The handle goes on at the last commit, and repeats as a whole what nothing was given of.
  given = 0;
  const Reply reply = index.search_each(request, [&](Hit&& hit) {
    CHECK(hit.title == "third");
    ++given;
  });
  CHECK(reply.total.value == kWorks);
  CHECK(given == kWorks);
}

TEST_CASE("index: tags that a writer overtakes are read again as a whole", "[engine]") {
  const test::TemporaryDirectory folder;
  put_all(folder, "first");
  Index index = Index::open(folder.path() / "index");
  int runs = 0;
  std::size_t listed = 0;
  index.with_tags([&](const Tags& tags) {
    if (++runs == 1) {
      put_all(folder, "second");
      put_all(folder, "third");
    }
    listed = tags.lint({}).size();
  });
  CHECK(runs == 2);
  CHECK(listed == index.tags().lint({}).size());
}
