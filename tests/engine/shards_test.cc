// SPDX-License-Identifier: GPL-3.0-or-later
// One archive, three ways: one index, its works dealt out to two directories, and the same two
// behind servers. FICSEARCH_SEED=N replays one archive, FICSEARCH_ARCHIVES=N runs more of them.
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "ficsearch/vocabulary.h"
#include "support/error_code.h"
#include "support/random_archive.h"
#include "support/shard_server.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

using Path = std::filesystem::path;

constexpr std::size_t kWorks = 30;
constexpr std::size_t kRequests = 40;
const std::vector<Facet> kCounted{Facet::rating, Facet::language, Facet::status};

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value != nullptr ? std::strtoull(value, nullptr, 10) : otherwise;
}

void write(const Path& file, const std::string& text) {
  std::ofstream(file) << text;
}

void import_lines(const Path& index, const std::string& lines) {
  const Path dump = index.string() + ".jsonl";
  write(dump, lines);
  ImportOptions options;
  options.format = Format::jsonl;  // of no works, too
  options.batch_works = 7;
  options.on_reject = [](const Reject& reject) { FAIL(reject.message); };
  Index::import(index, {dump.string()}, options);
}

// The same works as one index, `whole`, and dealt out in turn to `shard0` and `shard1`, so that the
// order of addition is the same.
struct DealtArchive {
  explicit DealtArchive(const std::vector<std::string>& works) {
    std::string all;
    std::array<std::string, 2> dealt;
    for (std::size_t i = 0; i < works.size(); ++i) {
      all += works[i] + "\n";
      dealt[i % 2] += works[i] + "\n";
    }
    import_lines(whole(), all);
    import_lines(shard(0), dealt[0]);
    import_lines(shard(1), dealt[1]);
    write(local_stub(), "# two directories\nauto shard0\n\nglass " + shard(1).string() + "\n");
  }

  Path whole() const { return directory.path() / "whole"; }
  Path shard(int number) const { return directory.path() / ("shard" + std::to_string(number)); }
  Path local_stub() const { return directory.path() / "local"; }
  Path remote_stub() const { return directory.path() / "remote"; }

  test::TemporaryDirectory directory;
};

std::vector<std::string> random_works(test::RandomArchive& random) {
  std::vector<std::string> lines;
  for (const Work& work : random.works(kWorks)) lines.push_back(to_json(work));
  return lines;
}

std::vector<std::string> sample_works() {
  std::vector<std::string> lines;
  for (const char* file : {"/samples/invented.jsonl", "/samples/anime.jsonl"}) {
    std::ifstream in(std::string(FICSEARCH_SOURCE_DIR) + file);
    for (std::string line; lines.size() < 400 && std::getline(in, line);) lines.push_back(line);
  }
  return lines;
}

// What shards can answer of a random request.
SearchRequest for_shards(SearchRequest request, bool ranked) {
  request.facets = kCounted;
  request.limit = std::nullopt;
  request.offset = 0;
  request.sort.resize(1);
  if (ranked) request.sort = {parse_sort_key("relevance")};
  return request;
}

std::vector<std::string> ids_of(const Reply& reply) {
  std::vector<std::string> ids;
  for (const Hit& hit : reply.hits) ids.push_back(hit.id);
  return ids;
}

// Of equally frequent spellings each shard has its own first: labels may differ.
std::map<std::pair<std::string, FacetState>, std::uint64_t> counts_of(const Reply& reply) {
  std::map<std::pair<std::string, FacetState>, std::uint64_t> counts;
  for (const auto& [facet, values] : reply.facets)
    for (const FacetCount& value : values)
      counts[{std::string(to_string(facet)) + " " + value.concept_id, value.state}] = value.count;
  return counts;
}

void check_same(Index& index, const SearchRequest& request, const Reply& expected) {
  const Reply reply = index.search(request);
  CHECK(ids_of(reply) == ids_of(expected));
  CHECK(reply.total.value == expected.total.value);
  CHECK(counts_of(reply) == counts_of(expected));
  CHECK(reply.applied.exclude == expected.applied.exclude);
  SearchRequest page = request;
  page.offset = 3;
  page.limit = 4;
  std::vector<std::string> ids = ids_of(expected);
  ids.erase(ids.begin(),
            ids.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, ids.size())));
  if (ids.size() > 4) ids.resize(4);
  CHECK(ids_of(index.search(page)) == ids);
}

void check_refused_or_same(Index& index, const SearchRequest& request,
                           const std::optional<Reply>& expected) {
  if (expected)
    check_same(index, request, *expected);
  else
    CHECK_THROWS_AS(index.search(request), Error);
}

}  // namespace

TEST_CASE("shards: local and remote ones answer as one index of the same works", "[engine]") {
  const std::uint64_t first = number_from("FICSEARCH_SEED", 1);
  const std::uint64_t archives =
      number_from("FICSEARCH_ARCHIVES", std::getenv("FICSEARCH_SEED") != nullptr ? 1 : 4);
  for (std::uint64_t seed = first; seed < first + archives; ++seed) {
    CAPTURE(seed);
    test::RandomArchive random(seed);
    const DealtArchive archive(random_works(random));
    const test::ShardServer server0(archive.shard(0));
    const test::ShardServer server1(archive.shard(1));
    write(archive.remote_stub(), server0.line() + server1.line());
    Index whole = Index::open(archive.whole());
    Index local = Index::open(archive.local_stub());
    Index remote = Index::open(archive.remote_stub());
    for (std::size_t i = 0; i < kRequests; ++i) {
      const SearchRequest request = for_shards(random.request(), i % 4 == 0);
      CAPTURE(i, request.query, request.filter);
      std::optional<Reply> expected;
      try {
        expected = whole.search(request);
      } catch (const Error& error) {
        UNSCOPED_INFO(error.what());
      }
      check_refused_or_same(local, request, expected);
      check_refused_or_same(remote, request, expected);
    }
  }
}

TEST_CASE("shards: the sample archive gives the same works, hits and counts", "[engine]") {
  const DealtArchive archive(sample_works());
  const test::ShardServer server0(archive.shard(0));
  const test::ShardServer server1(archive.shard(1));
  write(archive.remote_stub(), server0.line() + server1.line());
  Index whole = Index::open(archive.whole());
  Index local = Index::open(archive.local_stub());
  Index remote = Index::open(archive.remote_stub());
  for (const char* query :
       {"", "netorare", "-netorare", "school -romance", "rating:<=teen sort:title", "\"the\" love",
        "tag:fantasy", "-NTR -harem sort:words", "love sort:relevance"}) {
    CAPTURE(query);
    SearchRequest request;
    request.query = query;
    request.facets = kCounted;
    request.facet_limit = 0;
    request.limit = std::nullopt;
    const Reply expected = whole.search(request);
    check_same(local, request, expected);
    check_same(remote, request, expected);
    const Reply reply = remote.search(request);
    for (std::size_t i = 0; i < reply.hits.size(); ++i) {
      CHECK(reply.hits[i].title == expected.hits[i].title);
      CHECK(reply.hits[i].advisories == expected.hits[i].advisories);
    }
  }
}

TEST_CASE("shards: a spelling means what only another shard spells out", "[engine]") {
  // Each shard by itself takes its own spelling for a word of its own.
  const DealtArchive archive({R"({"id":"a","title":"A","tags":["知られざる札"]})",
                              R"({"id":"b","title":"B","tags":["しられざる札"]})",
                              R"({"id":"c","title":"C"})"});
  Index whole = Index::open(archive.whole());
  Index shards = Index::open(archive.local_stub());
  SearchRequest request;
  request.exclude = {parse_filter_item("知られざる札")};
  CHECK(ids_of(whole.search(request)) == std::vector<std::string>{"c"});
  CHECK(ids_of(shards.search(request)) == std::vector<std::string>{"c"});
  request.exclude = {parse_filter_item("しられざる札")};
  CHECK(ids_of(shards.search(request)) == ids_of(whole.search(request)));
}

TEST_CASE("shards: one that is gone is an error, and one that is back serves again", "[engine]") {
  test::RandomArchive random(1);
  const DealtArchive archive(random_works(random));
  const test::ShardServer server0(archive.shard(0));
  auto server1 = std::make_unique<test::ShardServer>(archive.shard(1));
  write(archive.remote_stub(), server0.line() + server1->line());
  Index index = Index::open(archive.remote_stub());
  const SearchRequest everything;
  REQUIRE(index.search(everything).total.value == kWorks);

  server1->stop();
  CHECK(test::code_of([&] { index.search(everything); }) == ErrorCode::io);
  CHECK(test::code_of([&] { index.search(everything); }) == ErrorCode::io);
  CHECK(test::code_of([&] { index.get({}, "w1"); }) == ErrorCode::io);
  CHECK(test::code_of([&] { Index::open(archive.remote_stub()); }) == ErrorCode::io);

  server1 = std::make_unique<test::ShardServer>(archive.shard(1), server1->port());
  CHECK(index.search(everything).total.value == kWorks);
  CHECK(index.get({}, "w1").id == "w1");
}

TEST_CASE("shards: a search sees what a writer has added to one", "[engine]") {
  test::RandomArchive random(1);
  const DealtArchive archive(random_works(random));
  const test::ShardServer server0(archive.shard(0));
  const test::ShardServer server1(archive.shard(1));
  write(archive.remote_stub(), server0.line() + server1.line());
  Index index = Index::open(archive.remote_stub());
  SearchRequest request;
  request.include = {parse_filter_item("a tag of tomorrow")};
  CHECK(index.search(request).total.value == 0);
  for (const char* id : {"n1", "n2", "n3"})
    import_lines(archive.shard(1), R"({"id":")" + std::string(id) +
                                       R"(","title":"New","tags":["a tag of tomorrow"]})");
  CHECK(index.search(request).total.value == 3);
}

TEST_CASE("shards: what they cannot answer exactly is refused", "[engine]") {
  test::RandomArchive random(2);
  const DealtArchive archive(random_works(random));
  Index index = Index::open(archive.local_stub());
  SearchRequest request;
  request.facets = {Facet::author};
  CHECK(test::code_of([&] { index.search(request); }) == ErrorCode::bad_value);
  request = {};
  request.sort = {parse_sort_key("words"), parse_sort_key("kudos")};
  CHECK(test::code_of([&] { index.search(request); }) == ErrorCode::bad_value);
  request = {};
  request.cursor = "x";
  CHECK(test::code_of([&] { index.search(request); }) == ErrorCode::bad_value);
  CHECK(test::code_of([&] { index.suggest({}, "ne", 5); }) == ErrorCode::bad_value);
  CHECK(test::code_of([&] { index.list_tags({}, {}); }) == ErrorCode::bad_value);
  CHECK(test::code_of([&] { index.why({}, "w1"); }) == ErrorCode::bad_value);
  CHECK(test::code_of([&] { index.tags().lint({}); }) == ErrorCode::bad_value);
  CHECK(test::code_of([&] { Index::import(archive.local_stub(), {"-"}, {}); }) == ErrorCode::io);
  CHECK(test::code_of([&] { add_spelling(archive.local_stub(), "x", "netorare"); }) ==
        ErrorCode::io);
}

TEST_CASE("shards: one index twice, or beside its copy, is refused", "[engine]") {
  const DealtArchive archive(
      {R"({"id":"a","title":"A","tags":["NTR"]})", R"({"id":"b","title":"B","tags":["NTR"]})"});
  write(archive.local_stub(), "auto shard0\nauto shard1\nauto shard0\n");
  CHECK_THROWS_WITH(Index::open(archive.local_stub()),
                    Catch::Contains("shard0") && Catch::Contains("are one index, or copies"));
  std::filesystem::copy(archive.shard(0), archive.directory.path() / "copy");
  write(archive.local_stub(), "auto shard0\nauto copy\n");
  CHECK(test::code_of([&] { Index::open(archive.local_stub()); }) == ErrorCode::bad_value);
  write(archive.local_stub(), "auto shard0\nauto shard1\n");
  CHECK(Index::open(archive.local_stub()).search({}).total.value == 2);
}

TEST_CASE("shards: another vocabulary in one of them is refused", "[engine]") {
  const DealtArchive archive({R"({"id":"a","title":"A","tags":["quiet thing"]})",
                              R"({"id":"b","title":"B","tags":["quiet thing"]})"});
  Index index = Index::open(archive.local_stub());
  SearchRequest request;
  request.exclude = {parse_filter_item("netorare")};
  CHECK(index.search(request).total.value == 2);

  REQUIRE(add_spelling(archive.shard(0), "quiet thing", "netorare").outcome ==
          ImportOutcome::accepted);
  CHECK(test::code_of([&] { index.search(request); }) == ErrorCode::bad_dictionary);
  CHECK(test::code_of([&] { index.search(request); }) == ErrorCode::bad_dictionary);
  CHECK(test::code_of([&] { Index::open(archive.local_stub()); }) == ErrorCode::bad_dictionary);

  REQUIRE(add_spelling(archive.shard(1), "quiet thing", "netorare").outcome ==
          ImportOutcome::accepted);
  CHECK(index.search(request).total.value == 0);
}

TEST_CASE("shards: a filter that holds in one of them alone is refused", "[engine]") {
  const DealtArchive archive(
      {R"({"id":"a","title":"A","tags":["NTR"]})", R"({"id":"b","title":"B","tags":["NTR"]})"});
  Index index = Index::open(archive.local_stub());
  CHECK(index.search({}).total.value == 2);

  Profile enforced;
  enforced.exclude = {parse_filter_item("netorare")};
  set_enforced_profile(archive.shard(1), enforced);
  CHECK(test::code_of([&] { index.search({}); }) == ErrorCode::bad_dictionary);
  set_enforced_profile(archive.shard(0), enforced);
  CHECK(index.search({}).total.value == 0);
}

TEST_CASE("shards: a list of one directory, as replicas have it, is that index", "[engine]") {
  const DealtArchive archive({R"({"id":"a","title":"A","authors":["Aya Mori"]})"});
  write(archive.local_stub(), "auto whole\n");
  Index replica = Index::open(archive.local_stub());
  CHECK(replica.status().revision == Index::open(archive.whole()).status().revision);
  CHECK(replica.status().bytes == Index::open(archive.whole()).status().bytes);
  SearchRequest request;
  request.facets = {Facet::freeform, Facet::author};
  CHECK(counts_of(replica.search(request)) ==
        counts_of(Index::open(archive.whole()).search(request)));
}

TEST_CASE("shards: the status of an index of shards names each", "[engine]") {
  const DealtArchive archive({R"({"id":"a","title":"A","tags":["one","two"]})",
                              R"({"id":"b","title":"B","tags":["two","three"]})",
                              R"({"id":"c","title":"C"})"});
  std::filesystem::create_directory(archive.directory.path() / "both");
  write(archive.directory.path() / "both" / "XAPIANDB", "auto ../shard0\nauto ../shard1\n");
  const IndexStatus whole = Index::open(archive.whole()).status();
  const IndexStatus status = Index::open(archive.directory.path() / "both").status();
  CHECK(status.works == 3);
  CHECK(status.spellings == whole.spellings);
  CHECK(!status.revision);
  CHECK(status.bytes);
  REQUIRE(status.shards.size() == 2);
  CHECK(status.shards[0].works == 2);
  CHECK(status.shards[1].works == 1);
  CHECK(status.uuid == status.shards[0].uuid + "+" + status.shards[1].uuid);
}
