// SPDX-License-Identifier: GPL-3.0-or-later
// Five ways must agree on random archives and requests: a scan of the works in memory, Xapian's
// matcher, and the snapshot in its three ways.
//
//   FICSEARCH_CASES=N  about so many requests, instead of the number below
//   FICSEARCH_SEED=N   the archive of that seed alone, as a failure names it
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "ficsearch/profile.h"
#include "oracle/twin_archive.h"
#include "search/match_order.h"
#include "support/random_archive.h"
#include "support/scan.h"

using namespace ficsearch;
using test::ids_of;
using test::TwinArchive;

namespace {

constexpr std::uint64_t kCases = 800;
constexpr std::uint64_t kRequests = 100;  // an archive: making one takes as long as many of them

std::optional<std::uint64_t> number_from(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr ? std::optional(std::strtoull(value, nullptr, 10)) : std::nullopt;
}

// All of a reply but what only some ways give, the cursor; and scores, see check_scores.
std::string text_of(Reply reply) {
  reply.next_cursor.clear();
  for (Hit& hit : reply.hits) hit.score.reset();
  return to_json(reply);
}

// Xapian adds up the weights of words in an order that depends on the rest of the query.
void check_scores(const Reply& reply, const Reply& expected) {
  REQUIRE(reply.hits.size() == expected.hits.size());
  for (std::size_t i = 0; i < reply.hits.size(); ++i) {
    REQUIRE(reply.hits[i].score.has_value() == expected.hits[i].score.has_value());
    if (reply.hits[i].score)
      CHECK(*reply.hits[i].score == Approx(*expected.hits[i].score).epsilon(1e-12));
  }
}

std::vector<std::string> page_of(const std::vector<std::string>& ids,
                                 const SearchRequest& request) {
  const std::size_t begin = std::min(request.offset, ids.size());
  const std::size_t end = begin + std::min(request.limit.value_or(ids.size()), ids.size() - begin);
  return {ids.begin() + static_cast<std::ptrdiff_t>(begin),
          ids.begin() + static_cast<std::ptrdiff_t>(end)};
}

// Simple works between `works`, so many that the sets of works have more than one container.
std::vector<Work> among_many(const std::vector<Work>& works) {
  constexpr std::size_t kManyWorks = 70'000;
  std::vector<Work> all;
  for (std::size_t i = 0; i < kManyWorks; ++i) {
    const std::size_t spread = kManyWorks / works.size() + 1;
    if (i % spread == 0) all.push_back(works[i / spread]);
    Work one;
    one.id = "simple" + std::to_string(i);
    one.title = "Simple " + std::to_string(i % 10);
    one.words = static_cast<std::uint32_t>(i % 1000);
    if (i % 5 != 0) one.tags = {{Facet::trope, i % 3 == 0 ? "slow burn" : "yandere", 0, 0}};
    all.push_back(std::move(one));
  }
  return all;
}

// An archive whose works came in two imports, between which its vocabulary changed, and of which
// some are deleted.
struct RandomIndex {
  RandomIndex(std::uint64_t seed, bool has_many)
      : random(seed), works(random.works(30 + random.below(random.one_in(4) ? 270 : 90))) {
    constexpr std::size_t kFewWorks = 7;  // of a transaction: several are wanted
    const std::size_t batch = has_many ? works.size() * 10 : kFewWorks;
    if (has_many) works = among_many(works);
    const auto middle = works.begin() + static_cast<std::ptrdiff_t>(random.below(works.size()));
    disk.put({works.begin(), middle}, batch);
    if (random.one_in(3)) disk.add_spellings(random.vocabulary());
    disk.put({middle, works.end()}, batch);
    if (random.one_in(2)) {
      for (std::size_t left = 1 + random.below(works.size() / 4); left > 0; --left)
        deleted.insert(works[random.below(works.size())].id);
      disk.remove(deleted);
    }
    set_profile(disk.directory(), "mine", random.profile());
    if (random.one_in(3)) set_profile(disk.directory(), kDefaultProfile, random.profile());
    if (random.one_in(3)) set_enforced_profile(disk.directory(), random.profile());
  }

  test::RandomArchive random;
  std::vector<Work> works;
  test::ArchiveOnDisk disk;
  std::set<std::string> deleted;
};

// Compares the ways on requests about one archive.
class ComparedArchive {
 public:
  explicit ComparedArchive(std::uint64_t seed, bool has_many = false)
      : index_(seed, has_many),
        has_many_(has_many),
        twins_(index_.disk.directory()),
        opened_(Index::open(index_.disk.directory())),
        scan_(index_.works, twins_.dictionary()) {
    for (const std::string& id : index_.deleted) scan_.remove(id);
  }

  void run(std::uint64_t requests) {
    SearchRequest request;
    for (std::uint64_t i = 0; i < requests; ++i) {
      request = i > 0 && index_.random.one_in(4) ? index_.random.varied(std::move(request))
                                                 : index_.random.request();
      CAPTURE(i, request.query, request.filter, request.include.size(), request.exclude.size());
      compare(request);
    }
  }

 private:
  void compare(const SearchRequest& request) {
    std::optional<query::Plan> plan;
    try {
      plan = twins_.resolve(request);
    } catch (const Error& error) {
      CAPTURE(error.what());
      check_refused(request, error.code());
      return;
    }
    CAPTURE(to_string(*plan));
    const Reply reply = twins_.plain(*plan, request);
    compare_with_scan(reply, *plan, request);
    compare_snapshots(reply, *plan, request);
    if (!has_many_ && index_.random.one_in(6)) compare_walks(*plan, request);
  }

  // Never answered, and refused for the same reason.
  void check_refused(const SearchRequest& request, ErrorCode code) {
    try {
      opened_.search(request);
      FAIL_CHECK("it was answered");
    } catch (const Error& error) {
      CHECK(error.code() == code);
    }
  }

  void compare_with_scan(const Reply& reply, const query::Plan& plan,
                         const SearchRequest& request) {
    std::vector<std::string> expected = scan_.ids(plan, request);
    CHECK(reply.total.value == expected.size());
    if (!search::is_ranked(plan.sort)) {
      CHECK(ids_of(reply) == page_of(expected, request));
    } else {  // The scan does not rank, but knows who is among them.
      std::sort(expected.begin(), expected.end());
      for (const std::string& id : ids_of(reply))
        CHECK(std::binary_search(expected.begin(), expected.end(), id));
    }
    for (const auto& [facet, values] : reply.facets) {
      CAPTURE(to_string(facet));
      CHECK(to_json(values) == to_json(scan_.facet(plan, request, facet)));
    }
    CHECK(to_json(reply.applied) == to_json(scan_.applied(plan)));
  }

  void compare_snapshots(const Reply& plain, const query::Plan& plan,
                         const SearchRequest& request) {
    const std::string expected = text_of(plain);
    const Reply lazy = twins_.lazy(plan, request);
    CHECK(ids_of(lazy) == ids_of(plain));
    CHECK(text_of(lazy) == expected);
    check_scores(lazy, plain);
    using Way = TwinArchive::Way;
    for (const Way way : {Way::by_cost, Way::scan, Way::intersect}) {
      CAPTURE(static_cast<int>(way));
      const Reply resident = twins_.resident(plan, request, way);
      CHECK(text_of(resident) == expected);
      check_scores(resident, plain);
      CHECK(resident.next_cursor == lazy.next_cursor);
    }
  }

  void compare_walks(const query::Plan& plan, SearchRequest request) {
    request.limit = std::nullopt;
    request.offset = 0;
    const std::vector<std::string> expected = ids_of(twins_.plain(plan, request));
    const auto page_size = [&] { return 1 + index_.random.below(9); };
    CHECK(test::walked_ids([&](const SearchRequest& page) { return twins_.lazy(plan, page); },
                           request, page_size) == expected);
    CHECK(test::walked_ids([&](const SearchRequest& page) { return twins_.resident(plan, page); },
                           request, page_size) == expected);
  }

  static std::string to_json(const std::vector<FacetCount>& values) {
    Reply reply;
    reply.facets = {{Facet::trope, values}};
    return ficsearch::to_json(reply);
  }
  static std::string to_json(const Applied& applied) {
    Reply reply;
    reply.applied = applied;
    return ficsearch::to_json(reply);
  }

  RandomIndex index_;
  bool has_many_;  // too many to walk through by small pages
  TwinArchive twins_;
  Index opened_;
  test::Scan scan_;
};

}  // namespace

TEST_CASE("search: every way of answering agrees with a scan in memory", "[oracle]") {
  const auto replayed = number_from("FICSEARCH_SEED");
  const std::uint64_t cases = number_from("FICSEARCH_CASES").value_or(kCases);
  const std::uint64_t first = replayed.value_or(1);
  const std::uint64_t archives = replayed ? 1 : (cases + kRequests - 1) / kRequests;
  for (std::uint64_t seed = first; seed < first + archives; ++seed) {
    CAPTURE(seed);
    ComparedArchive(seed).run(kRequests);
  }
}

TEST_CASE("search: every way of answering agrees among many works", "[oracle]") {
  constexpr std::uint64_t kRequestsOfMany = 8;
  const std::uint64_t seed = number_from("FICSEARCH_SEED").value_or(1);
  CAPTURE(seed);
  const std::uint64_t cases = number_from("FICSEARCH_CASES").value_or(kCases);
  ComparedArchive(seed, true).run(std::max<std::uint64_t>(1, cases * kRequestsOfMany / kCases));
}
