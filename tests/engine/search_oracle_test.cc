// SPDX-License-Identifier: GPL-3.0-or-later
// Two ways must agree: the engine on an index, and a scan of the same works in memory.
// FICSEARCH_SEED=N replays one archive, FICSEARCH_ARCHIVES=N runs more of them.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "engine/archive_joins.h"
#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "query/plan.h"
#include "search/known_tags.h"
#include "store/reader.h"
#include "support/random_archive.h"
#include "support/scan.h"
#include "support/temporary_directory.h"
#include "text/keys.h"

using namespace ficsearch;

namespace {

constexpr std::size_t kWorks = 30;
constexpr std::size_t kRequests = 40;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value != nullptr ? std::strtoull(value, nullptr, 10) : otherwise;
}

Index imported(const std::filesystem::path& directory, const std::vector<Work>& works) {
  const std::filesystem::path dump = directory / "works.jsonl";
  {
    std::ofstream out(dump);
    for (const Work& work : works) out << to_json(work) << '\n';
  }
  ImportOptions options;
  options.batch_works = 7;  // several transactions
  options.on_reject = [](const Reject& reject) { FAIL(reject.message); };
  const ImportReport report = Index::import(directory / "index", {dump.string()}, options);
  REQUIRE(report.added == works.size());
  return Index::open(directory / "index");
}

std::vector<std::string> ids_of(const Reply& reply) {
  std::vector<std::string> ids;
  for (const Hit& hit : reply.hits) ids.push_back(hit.id);
  return ids;
}

// Counts alone: the labels of spellings depend on use, which the scan does not follow. Excluded
// values are left out.
std::multiset<std::pair<std::string, std::uint64_t>> counts_of(
    const std::vector<FacetCount>& values) {
  std::multiset<std::pair<std::string, std::uint64_t>> counts;
  for (const FacetCount& value : values)
    if (value.state != FacetState::excluded) counts.emplace(value.concept_id, value.count);
  return counts;
}

std::vector<std::string> paged_ids(Index& index, SearchRequest request, std::size_t page) {
  std::vector<std::string> ids;
  request.facets.clear();
  request.limit = page;
  for (;; request.offset += page) {
    const std::vector<std::string> more = ids_of(index.search(request));
    ids.insert(ids.end(), more.begin(), more.end());
    if (more.size() < page) return ids;
  }
}

void compare_archive(std::uint64_t seed) {
  CAPTURE(seed);
  const test::TemporaryDirectory directory;
  test::RandomArchive random(seed);
  const std::vector<Work> works = random.works(kWorks);
  Index index = imported(directory.path(), works);
  const auto dictionary = tags::Dictionary::builtin();
  const store::Reader reader(directory.path() / "index", text::normalizer_version());
  engine::ArchiveJoins joins(dictionary);
  const search::RegistryTags known(reader.registry(), *dictionary,
                                   [&](std::optional<Facet> facet, std::string_view written) {
                                     return joins.meaning_of(reader.registry(), facet, written);
                                   });
  test::Scan scan(works, *dictionary);
  for (std::size_t i = 0; i < kRequests; ++i) {
    const SearchRequest request = random.request();
    const std::string request_json = "q=" + request.query + " filter=" + request.filter;
    CAPTURE(i, request_json);
    std::optional<query::Plan> plan;
    try {
      plan = query::resolve(request, {*dictionary, known, 0});
    } catch (const Error& error) {
      CAPTURE(error.what());
      CHECK_THROWS_AS(index.search(request),
                      Error);  // what cannot be evaluated is refused, never answered
      continue;
    }
    CAPTURE(to_string(*plan));
    const Reply reply = index.search(request);
    const std::vector<std::string> expected = scan.ids(*plan, request);
    CHECK(ids_of(reply) == expected);
    CHECK(reply.total.value == expected.size());
    for (const auto& [facet, values] : reply.facets) {
      CAPTURE(to_string(facet));
      CHECK(counts_of(values) == counts_of(scan.facet(*plan, request, facet)));
    }
    if (i % 8 == 0) CHECK(paged_ids(index, request, 4) == expected);
  }
}

}  // namespace

TEST_CASE("search: the engine and a scan in memory agree", "[engine][oracle]") {
  const std::uint64_t first = number_from("FICSEARCH_SEED", 1);
  const std::uint64_t archives =
      number_from("FICSEARCH_ARCHIVES", std::getenv("FICSEARCH_SEED") != nullptr ? 1 : 25);
  for (std::uint64_t seed = first; seed < first + archives; ++seed) compare_archive(seed);
}
