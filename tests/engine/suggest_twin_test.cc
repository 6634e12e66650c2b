// SPDX-License-Identifier: GPL-3.0-or-later
// Three ways must agree: suggestions from what the index says of every work, and from a resident
// snapshot, whether its works are scanned or its meanings intersected. FICSEARCH_SEED=N replays one
// archive.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <random>

#include "engine/open_commit.h"
#include "engine/suggest.h"
#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "search/exclusion_scan.h"
#include "search/facet_way.h"
#include "search/meaning_counter.h"
#include "support/random_archive.h"
#include "support/temporary_directory.h"
#include "support/ticking_clock.h"
#include "text/tokenizer.h"

using namespace ficsearch;

namespace {

constexpr std::size_t kWorks = 40;
constexpr std::size_t kRequests = 40;
constexpr std::uint64_t kArchives = 12;

using Way = search::FacetWay;

// Of tags that random archives bear, of their sounds, and of nothing.
const std::vector<std::string> kTyped{"n",
                                      "ne",
                                      "net",
                                      "netor",
                                      "netorar",
                                      "netorase",
                                      "ntr",
                                      "ＮＴＲ",
                                      "ね",
                                      "ねと",
                                      "ねとr",
                                      "ネトラレ",
                                      "寝",
                                      "寝取",
                                      "取ら",
                                      "yan",
                                      "ヤンデ",
                                      "デレ",
                                      "slow",
                                      "slow-b",
                                      "burn",
                                      "い",
                                      "isek",
                                      "いせかい",
                                      "異",
                                      "転生",
                                      "世界",
                                      "ma",
                                      "mao",
                                      "魔",
                                      "まおう",
                                      "drag",
                                      "country",
                                      "entr",
                                      "しら",
                                      "知られざる",
                                      "unh",
                                      "tag",
                                      "百",
                                      "fate",
                                      "a",
                                      "kyo",
                                      "kyou",
                                      "きょ",
                                      "饗",
                                      "uriag",
                                      "売",
                                      "k",
                                      "kk",
                                      "け",
                                      "sex",
                                      "be",
                                      "betrayal",
                                      "cheat",
                                      "第三者",
                                      "loss",
                                      "carnaval",
                                      "netorate",
                                      "dragon of country",
                                      "aya",
                                      "mori",
                                      "森",
                                      "夏目",
                                      "zzzzz",
                                      "character:n",
                                      "freeform:slow",
                                      "trope:寝",
                                      "author:mo",
                                      "genre:い"};

struct Case {
  SearchRequest request;
  std::string prefix;
  std::size_t limit;
  std::optional<std::vector<Suggestion>> expected;  // nullopt: the request is refused
};

class Suggesting {
 public:
  explicit Suggesting(const std::filesystem::path& directory) : commit_(directory, 1 << 20) {}

  // Of the suggestions that follow.
  void set_deadline(const search::Deadline& deadline) { deadline_ = deadline; }
  void make_resident() { commit_.make_resident(); }

  std::vector<Suggestion> by_index(const Case& of) {
    return engine::suggest(typed(of), completer(),
                           search::borne_tags(plan(of), of.request, sources(Way::by_cost)));
  }
  std::vector<Suggestion> by_snapshot(const Case& of, Way way) {
    const query::Plan resolved = plan(of);
    const search::SearchSources from = sources(way);
    search::BorneMeanings borne(resolved, of.request, from);
    return engine::suggest(typed(of), completer(), borne);
  }

 private:
  engine::SuggestionRequest typed(const Case& of) const {
    engine::SuggestionRequest request(of.prefix, of.limit);
    request.deadline = deadline_;
    return request;
  }
  query::Plan plan(const Case& of) {
    const search::RegistryTags known = commit_.known_tags(deadline_);
    return query::resolve(of.request, {commit_.dictionary(), known, commit_.profiles(), 0});
  }
  const tags::Completer& completer() { return commit_.tags_impl().completer(); }
  search::SearchSources sources(Way way) {
    return {commit_.reader(),
            commit_.snapshot(),
            commit_.tags_impl().mentions,
            tokenizer_,
            counter_,
            exclusion_scan_,
            deadline_,
            way};
  }

  engine::OpenCommit commit_;
  text::Tokenizer tokenizer_;
  search::MeaningCounter counter_;
  search::ExclusionScan exclusion_scan_;
  search::Deadline deadline_;
};

void import(const std::filesystem::path& directory, const std::vector<Work>& works) {
  const std::filesystem::path dump = directory / "works.jsonl";
  {
    std::ofstream out(dump);
    for (const Work& work : works) out << to_json(work) << '\n';
  }
  ImportOptions options;
  options.on_reject = [](const Reject& reject) { FAIL(reject.message); };
  REQUIRE(Index::import(directory / "index", {dump.string()}, options).added == works.size());
}

std::vector<Case> random_cases(test::RandomArchive& archive, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
  };
  const std::vector<std::size_t> limits{0, 1, 2, 5, 10};
  std::vector<Case> cases;
  for (std::size_t i = 0; i < kRequests; ++i) {
    SearchRequest request = archive.request();
    if (i % 4 == 0) request = {};
    if (i % 8 == 4) request.query.clear();
    if (i % 16 == 0) request.spoilers = Spoilers::all;
    cases.push_back({std::move(request), kTyped[below(kTyped.size())], limits[below(limits.size())],
                     std::nullopt});
  }
  return cases;
}

std::string to_text(const std::vector<Suggestion>& suggestions) {
  std::string text;
  for (const Suggestion& each : suggestions) text += to_json(each) + "\n";
  return text;
}

void compare_archive(std::uint64_t seed) {
  const test::TemporaryDirectory folder;
  test::RandomArchive archive(seed);
  import(folder.path(), archive.works(kWorks));
  std::vector<Case> cases = random_cases(archive, seed);
  Suggesting suggesting(folder.path() / "index");
  for (Case& each : cases) {
    try {
      each.expected = suggesting.by_index(each);
    } catch (const Error&) {
      // What cannot be evaluated is refused, and must be on the other ways.
    }
  }
  suggesting.make_resident();
  for (const Case& each : cases) {
    CAPTURE(seed, each.prefix, each.limit, each.request.query, each.request.filter,
            each.request.exclude.size());
    for (const Way way : {Way::by_cost, Way::scan, Way::intersect}) {
      if (!each.expected) {
        CHECK_THROWS_AS(suggesting.by_snapshot(each, way), Error);
        continue;
      }
      CHECK(to_text(suggesting.by_snapshot(each, way)) == to_text(*each.expected));
    }
  }
}

}  // namespace

TEST_CASE("suggest: a resident snapshot and the index suggest the same", "[engine][oracle]") {
  const char* seed = std::getenv("FICSEARCH_SEED");
  const std::uint64_t first = seed != nullptr ? std::strtoull(seed, nullptr, 10) : 1;
  const std::uint64_t count = seed != nullptr ? 1 : kArchives;
  for (std::uint64_t each = first; each < first + count; ++each) compare_archive(each);
}

TEST_CASE("suggest: a warm index and one that is asked once suggest the same", "[engine]") {
  const test::TemporaryDirectory folder;
  test::RandomArchive archive(7);
  import(folder.path(), archive.works(kWorks));
  const std::filesystem::path directory = folder.path() / "index";
  std::string once;
  {
    Index index = Index::open(directory);
    for (const std::string& typed : kTyped) once += to_text(index.suggest({}, typed, 10));
  }
  OpenOptions options;
  options.use = Use::many;
  Index index = Index::open(directory, options);
  index.warm();
  std::string warm;
  for (const std::string& typed : kTyped) warm += to_text(index.suggest({}, typed, 10));
  CHECK(warm == once);
  CHECK_FALSE(warm.empty());
}

TEST_CASE("suggest: a deadline that passes anywhere is an error", "[engine]") {
  const test::TemporaryDirectory folder;
  test::RandomArchive archive(8);
  import(folder.path(), archive.works(kWorks));
  Suggesting suggesting(folder.path() / "index");
  SearchRequest request;
  request.exclude = {parse_filter_item("netori"), parse_filter_item("nobody knows it")};
  const Case typed{request, "netorate", 10, std::nullopt};
  using test::TickingClock;
  const auto check = [&](const auto& run) {
    suggesting.set_deadline(TickingClock::distant());
    run();
    const std::int64_t checks = TickingClock::checks_of(run);
    CHECK(checks > 6);
    for (std::int64_t at = 1; at <= checks; ++at) {
      CAPTURE(at, checks);
      suggesting.set_deadline(TickingClock::after(at));
      std::optional<ErrorCode> code;
      try {
        run();
      } catch (const Error& error) {
        code = error.code();
      }
      CHECK(code == ErrorCode::timeout);
    }
  };
  check([&] { suggesting.by_index(typed); });
  suggesting.make_resident();
  for (const Way way : {Way::scan, Way::intersect})
    check([&] { suggesting.by_snapshot(typed, way); });
}
