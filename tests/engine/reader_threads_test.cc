// SPDX-License-Identifier: GPL-3.0-or-later
// Four threads search while a writer commits. Meant for ThreadSanitizer, too.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <thread>

#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

constexpr int kCommits = 25;
constexpr std::size_t kSearches = 25;  // of each reader, at least

// Every spelling of what all requests exclude.
const std::vector<std::string> kCanaries{"NTR", "寝取られ", "ネトラレ", "netorare", "ＮＴＲ"};

Work work(const std::string& id, std::uint32_t number) {
  Work made;
  made.id = id;
  made.title = "Dragon " + std::to_string(number);
  made.words = number;
  made.status = "complete";
  made.tags = {{Facet::trope, number % 2 == 0 ? "slow burn" : "yandere", 0, 0}};
  return made;
}

Work canary(int commit) {
  Work made = work("canary" + std::to_string(commit), static_cast<std::uint32_t>(commit));
  Tag tag{Facet::freeform, kCanaries[static_cast<std::size_t>(commit) % kCanaries.size()],
          static_cast<std::uint8_t>(commit % 3), 0};
  if (commit % 4 == 0)
    made.parts = {{.id = "r1", .kind = "route", .title = "", .text = "", .tags = {tag}}};
  else
    made.tags.push_back(tag);
  return made;
}

// The works of a commit: one more that may be shown, one that never may, and one that tells the
// number of the commit.
std::vector<Work> works_of(int commit) {
  const auto number = static_cast<std::uint32_t>(commit);
  return {work("w" + std::to_string(commit), number), canary(commit), work("clock", number)};
}

class Archive {
 public:
  std::filesystem::path directory() const { return folder_.path() / "index"; }

  // Gives the revision.
  std::string commit(int number) const {
    const std::filesystem::path dump = folder_.path() / "works.jsonl";
    {
      std::ofstream out(dump);
      for (const Work& one : works_of(number)) out << to_json(one) << '\n';
    }
    Index::import(directory(), {dump.string()}, {});
    const IndexStatus status = Index::open(directory()).status();
    return status.uuid + ":" + std::to_string(status.revision.value());
  }

 private:
  test::TemporaryDirectory folder_;
};

SearchRequest request(std::size_t number) {
  static const std::vector<std::string> kSorts{"updated", "words:asc", "title", "relevance"};
  SearchRequest request;
  if (number % 3 != 0) request.query = "dragon";
  request.exclude = {parse_filter_item("netorare")};
  request.facets = {Facet::trope, Facet::status};
  request.sort = {parse_sort_key(kSorts[number % kSorts.size()])};
  request.limit = std::nullopt;
  return request;
}

// Searches until the writer is done. Catch2's macros are for one thread: what is wrong is told
// later.
class ReaderThread {
 public:
  ReaderThread(std::filesystem::path directory, Use use)
      : directory_(std::move(directory)), use_(use) {}

  void run(const std::atomic<bool>& writer_is_done) {
    try {
      Index index = Index::open(directory_, {.use = use_, .cache_bytes = 4096});
      for (std::size_t i = 0; i < kSearches || !writer_is_done; ++i) {
        if (use_ == Use::many && i % 5 == 0) index.warm();  // beside others that read
        replies_.push_back(index.search(request(i)));
      }
    } catch (const std::exception& error) {
      error_ = error.what();
    }
  }

  const std::string& error() const noexcept { return error_; }
  const std::vector<Reply>& replies() const noexcept { return replies_; }

 private:
  std::filesystem::path directory_;
  Use use_;
  std::string error_;
  std::vector<Reply> replies_;
};

bool shows_canary(const Reply& reply) {
  const bool in_hits = std::any_of(reply.hits.begin(), reply.hits.end(),
                                   [](const Hit& hit) { return hit.id.starts_with("canary"); });
  const auto& tropes = reply.facets.front().second;
  return in_hits || std::any_of(tropes.begin(), tropes.end(), [](const FacetCount& value) {
           return value.concept_id == "netorare" && value.state != FacetState::excluded;
         });
}

// Everything in a reply follows from the number of its commit.
void check_is_of(const Reply& reply, int commit) {
  const auto shown = static_cast<std::uint64_t>(commit) + 1;  // with the clock
  CHECK(reply.total.value == shown);
  CHECK(reply.hits.size() == shown);
  const auto clock = std::find_if(reply.hits.begin(), reply.hits.end(),
                                  [](const Hit& hit) { return hit.id == "clock"; });
  REQUIRE(clock != reply.hits.end());
  CHECK(clock->title == "Dragon " + std::to_string(commit));
  const auto& tropes = reply.facets.front().second;
  const auto excluded = std::find_if(tropes.begin(), tropes.end(), [](const FacetCount& value) {
    return value.state == FacetState::excluded;
  });
  REQUIRE(excluded != tropes.end());
  CHECK(reply.facets.back().second.front().count == shown);
}

}  // namespace

TEST_CASE("index: while a writer commits, each reply is of one commit", "[engine]") {
  const Archive archive;
  std::map<std::string, int> commits;  // by revision
  commits.emplace(archive.commit(1), 1);
  std::vector<ReaderThread> readers{{archive.directory(), Use::many},
                                    {archive.directory(), Use::once},
                                    {archive.directory(), Use::many},
                                    {archive.directory(), Use::once}};
  {
    std::atomic<bool> writer_is_done = false;
    std::vector<std::jthread> threads;
    for (ReaderThread& reader : readers) threads.emplace_back([&] { reader.run(writer_is_done); });
    for (int commit = 2; commit <= kCommits; ++commit)
      commits.emplace(archive.commit(commit), commit);
    writer_is_done = true;
  }
  for (const ReaderThread& reader : readers) {
    CHECK(reader.error() == "");
    int last = 0;
    for (const Reply& reply : reader.replies()) {
      CHECK_FALSE(shows_canary(reply));
      REQUIRE(commits.contains(reply.snapshot));
      const int commit = commits.at(reply.snapshot);
      check_is_of(reply, commit);
      CHECK(commit >= last);  // a handle never goes back
      last = commit;
    }
  }
}
