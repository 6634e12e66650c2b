// SPDX-License-Identifier: GPL-3.0-or-later
// What bounds a search makes it fail or slower, and never gives less than was asked.
#include <catch2/catch.hpp>
#include <fstream>
#include <optional>
#include <string>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

struct Shelf {
  Shelf() {
    const std::filesystem::path dump = folder.path() / "works.jsonl";
    std::ofstream(dump) << R"({"id":"w1","title":"Moon castle","tags":["NTR"]}
{"id":"w2","title":"Other","tags":[{"name":"moon castle","spoiler":2}]}
{"id":"w3","title":"Third","kudos":3,"tags":["slow burn"]}
)";
    REQUIRE(Index::import(directory(), {dump.string()}, {}).added == 3);
  }
  std::filesystem::path directory() const { return folder.path() / "index"; }

  test::TemporaryDirectory folder;
};

std::vector<std::string> ids_of(const Reply& reply) {
  std::vector<std::string> ids;
  for (const Hit& hit : reply.hits) ids.push_back(hit.id);
  return ids;
}

ErrorCode code_of(Index& index, const SearchRequest& request) {
  int given = 0;
  try {
    index.search_each(request, [&](Hit&&) { ++given; });
  } catch (const Error& error) {
    CHECK(given == 0);
    return error.code();
  }
  FAIL("nothing was thrown");
  return {};
}

}  // namespace

TEST_CASE("search: without time there is an error and no hit", "[engine]") {
  const Shelf shelf;
  Index index = Index::open(shelf.directory());
  SearchRequest request;
  request.timeout = std::chrono::milliseconds(0);
  CHECK(code_of(index, request) == ErrorCode::timeout);
  request.limit = 0;  // nothing to do but to count
  CHECK(code_of(index, request) == ErrorCode::timeout);
  request.query = "moon castle -ntr";
  CHECK(code_of(index, request) == ErrorCode::timeout);
  request.timeout.reset();
  CHECK_NOTHROW(index.search(request));
}

TEST_CASE("search: without memory for sets it answers all the same", "[engine]") {
  const Shelf shelf;
  for (const Use use : {Use::once, Use::many}) {
    Index index = Index::open(shelf.directory(), {.use = use, .cache_bytes = 0});
    SearchRequest request;
    request.query = "kudos:>=1";
    request.exclude = {parse_filter_item("netorare")};
    for (int again = 0; again < 2; ++again)
      CHECK(ids_of(index.search(request)) == std::vector<std::string>{"w3"});
  }
}

TEST_CASE("search: by relevance a work that only a spoiler tag finds is a hit", "[engine]") {
  const Shelf shelf;
  Index index = Index::open(shelf.directory());
  SearchRequest request;
  request.query = "moon";  // a word of the tag's name, which ranks only in open tags
  request.spoilers = Spoilers::all;
  request.sort = {parse_sort_key("relevance")};
  const Reply reply = index.search(request);
  CHECK(reply.total.value == 2);
  CHECK(ids_of(reply) == std::vector<std::string>{"w1", "w2"});
}

TEST_CASE("search: completions, facets and why have a deadline too", "[engine]") {
  const Shelf shelf;
  for (const Use use : {Use::once, Use::many}) {
    Index index = Index::open(shelf.directory(), {.use = use});
    if (use == Use::many) index.warm();
    SearchRequest request;
    request.timeout = std::chrono::milliseconds(0);
    const auto code_of_call = [&](const auto& call) {
      std::optional<ErrorCode> code;
      try {
        call();
      } catch (const Error& error) {
        code = error.code();
      }
      return code;
    };
    CHECK(code_of_call([&] { index.suggest(request, "slo", 5); }) == ErrorCode::timeout);
    CHECK(code_of_call([&] { index.why(request, "w1"); }) == ErrorCode::timeout);
    request.limit = 0;
    request.facets = {Facet::trope};
    CHECK(code_of_call([&] { index.search(request); }) == ErrorCode::timeout);
    request.timeout.reset();
    CHECK_NOTHROW(index.suggest(request, "slo", 5));
    CHECK_NOTHROW(index.why(request, "w1"));
  }
}

TEST_CASE("search: a wildcard that names too many tags is refused with their number", "[engine]") {
  const test::TemporaryDirectory folder;
  const std::filesystem::path dump = folder.path() / "works.jsonl";
  {
    std::ofstream out(dump);
    for (std::size_t i = 0; i < 1000; ++i)
      out << R"({"id":"w)" << i << R"(","title":"T","tags":["quince )" << i << "\"]}\n";
  }
  const std::filesystem::path directory = folder.path() / "index";
  REQUIRE(Index::import(directory, {dump.string()}, {}).added == 1000);
  for (const Use use : {Use::once, Use::many}) {
    Index index = Index::open(directory, {.use = use});
    SearchRequest request;
    request.query = "tag:quince*";
    CHECK(index.search(request).total.value == 1000);
  }
  std::ofstream(dump) << R"({"id":"more","title":"T","tags":["quince more"]})" << '\n';
  REQUIRE(Index::import(directory, {dump.string()}, {}).added == 1);
  for (const Use use : {Use::once, Use::many})
    for (const char* query : {"tag:quince*", "-tag:quince*", "tag:nobody-bears-it tag:quince*",
                              "words:1 (tag:quince* OR tag:x)"}) {
      CAPTURE(query);
      Index index = Index::open(directory, {.use = use});
      SearchRequest request;
      request.query = query;
      try {
        index.search(request);
        FAIL("nothing was thrown");
      } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::query_limit);
        CHECK(std::string(error.what()).find("1001 tags; 1000 are allowed") != std::string::npos);
      }
    }
}
