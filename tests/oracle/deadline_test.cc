// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines that pass in the middle: whenever that is, there is an error and no answer.
#include "search/deadline.h"

#include <catch2/catch.hpp>
#include <functional>
#include <iterator>

#include "engine/vocabulary.h"
#include "ficsearch/error.h"
#include "oracle/twin_archive.h"
#include "search/mentioned_works.h"
#include "support/random_archive.h"
#include "support/ticking_clock.h"
#include "text/keys.h"
#include "text/tokenizer.h"

using namespace ficsearch;
using test::TickingClock;
using test::TwinArchive;

namespace {

ErrorCode code_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("nothing was thrown");
  return {};
}

SearchRequest heavy_request() {
  SearchRequest request;
  request.query = "(dragon OR 魔王 OR burn) words:>=1 -netori";
  request.include = {parse_filter_item("partner-taking")};
  request.exclude = {parse_filter_item("yandere"), parse_filter_item("純愛")};
  request.facets = {Facet::trope, Facet::freeform, Facet::advisory};
  request.mentions = Mentions::exclude;
  request.spoilers = Spoilers::all;
  return request;
}

}  // namespace

TEST_CASE("deadline: one that passes anywhere within a search is an error", "[oracle]") {
  test::RandomArchive random(5);
  test::ArchiveOnDisk disk;
  disk.put(random.works(120));
  const SearchRequest request = heavy_request();
  using Answer = Reply (*)(TwinArchive&, const query::Plan&, const SearchRequest&);
  const Answer answers[] = {
      [](TwinArchive& twins, const query::Plan& plan, const SearchRequest& of) {
        return twins.plain(plan, of);
      },
      [](TwinArchive& twins, const query::Plan& plan, const SearchRequest& of) {
        return twins.lazy(plan, of);
      },
      [](TwinArchive& twins, const query::Plan& plan, const SearchRequest& of) {
        return twins.resident(plan, of, TwinArchive::Way::scan);
      },
      [](TwinArchive& twins, const query::Plan& plan, const SearchRequest& of) {
        return twins.resident(plan, of, TwinArchive::Way::intersect);
      }};
  for (std::size_t way = 0; way < std::size(answers); ++way) {
    CAPTURE(way);
    const Answer answer = answers[way];
    TwinArchive twins(disk.directory());
    const query::Plan plan = twins.resolve(request);
    twins.set_deadline(TickingClock::distant());
    const auto run = [&] { answer(twins, plan, request); };
    run();  // What is kept for later searches is there now: the runs that follow are alike.
    const std::int64_t checks = TickingClock::checks_of(run);
    CHECK(checks > 20);
    for (std::int64_t at = 1; at <= checks; ++at) {
      CAPTURE(at, checks);
      twins.set_deadline(TickingClock::after(at));
      CHECK(code_of(run) == ErrorCode::timeout);
    }
  }
}

TEST_CASE("mentions: each record is read once, and too many are refused", "[oracle]") {
  test::RandomArchive random(6);
  test::ArchiveOnDisk disk;
  disk.put(random.works(60));
  const store::Reader reader(disk.directory(), text::normalizer_version());
  const auto dictionary = engine::dictionary_with(reader.vocabulary());
  const tags::MentionFinder finder(dictionary);
  text::Tokenizer tokenizer;
  const search::Deadline deadline = TickingClock::distant();
  const query::Mentioned netorare{{"netorare"}};
  const query::Mentioned family{{"netorare", "netori", "netorase"}};

  search::MentionedWorks works(reader, finder, tokenizer, deadline);
  const auto of_one = works.documents(netorare);
  const auto of_family = works.documents(family);
  CHECK(of_one.size() < of_family.size());
  const std::size_t records = works.records();
  CHECK(records >= of_family.size());
  CHECK(records <= 60);
  // A check a record, and one a concept: a hundred entries more cost next to nothing.
  CHECK(TickingClock::checks_of([&] {
          for (int entry = 0; entry < 100; ++entry) CHECK(works.documents(family) == of_family);
        }) == 0);
  CHECK(works.records() == records);

  search::MentionedWorks few(reader, finder, tokenizer, deadline, records - 1);
  CHECK(code_of([&] { few.documents(family); }) == ErrorCode::query_limit);

  const search::Deadline soon = TickingClock::after(static_cast<std::int64_t>(records));
  search::MentionedWorks late(reader, finder, tokenizer, soon);
  CHECK(code_of([&] { late.documents(family); }) == ErrorCode::timeout);
}
