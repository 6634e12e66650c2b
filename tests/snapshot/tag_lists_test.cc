// SPDX-License-Identifier: GPL-3.0-or-later
// Posting lists and the forward index against the tag lists that they were made of.
#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "snapshot/forward_index.h"
#include "snapshot/posting_lists.h"
#include "snapshot/value_database.h"
#include "support/error_code.h"

using namespace ficsearch;
using snapshot::DocBits;
using snapshot::ForwardIndex;
using snapshot::PostingLists;
using store::TagId;

namespace {

constexpr std::uint32_t kTags = 24;

using TagPlaces = std::map<std::uint32_t, std::uint8_t>;  // of one work

std::string encoded(const TagPlaces& tags) {
  std::vector<store::PlacedTag> placed;
  for (const auto& [tag, places] : tags) placed.push_back({TagId{tag}, places});
  return store::encode_tags(placed);
}

Xapian::WritableDatabase database_of(const std::vector<TagPlaces>& works) {
  std::vector<std::optional<std::string>> values;
  for (const TagPlaces& tags : works)
    values.push_back(tags.empty() ? std::nullopt : std::optional(encoded(tags)));
  return test::database_of(store::Slot::tags, values);
}

ForwardIndex forward_of(const Xapian::Database& database, std::uint32_t tags) {
  snapshot::FormUse use;
  return ForwardIndex(database, tags, use);
}

PostingLists lists_of(const Xapian::Database& database, std::uint32_t tags) {
  snapshot::FormUse use;
  const ForwardIndex forward(database, tags, use);
  return PostingLists(forward, use);
}

// The lower a tag's number, the more works bear it: some lists are bits, some are not.
std::vector<TagPlaces> any_works() {
  std::vector<TagPlaces> works(*rc::gen::inRange<std::size_t>(0, 300));
  for (std::uint32_t tag = 0; tag + 1 < kTags; ++tag)
    for (TagPlaces& tags : works)
      if (*rc::gen::inRange<std::uint32_t>(0, 2 + tag * tag) == 0)
        tags[tag] = *rc::gen::weightedElement<std::uint8_t>(
            {{20, store::kOpenInMain}, {1, store::kSpoilerInMain}, {1, std::uint8_t{10}}});
  return works;
}

void check_list(const PostingLists& lists, std::uint32_t tag, const std::vector<TagPlaces>& works) {
  std::vector<std::uint32_t> expected;
  bool is_exceptional = false;
  const auto limit = static_cast<std::uint32_t>(works.size() + 1);
  DocBits bits(limit);
  DocBits even(limit);
  std::uint64_t in_even = 0;
  for (std::uint32_t work = 1; work < limit; ++work) {
    if (work % 2 == 0) even.insert(work);
    const auto found = works[work - 1].find(tag);
    if (found == works[work - 1].end()) continue;
    expected.push_back(work);
    bits.insert(work);
    in_even += work % 2 == 0 ? 1 : 0;
    is_exceptional = is_exceptional || found->second != store::kOpenInMain;
  }
  std::vector<std::uint32_t> visited;
  lists.for_each(TagId{tag}, [&](std::uint32_t work) { visited.push_back(work); });
  RC_ASSERT(visited == expected);
  RC_ASSERT(lists.count(TagId{tag}) == expected.size());
  RC_ASSERT(lists.has_exceptions(TagId{tag}) == is_exceptional);
  RC_ASSERT(lists.count_in(even, TagId{tag}) == in_even);
  DocBits added = even;
  lists.add_to(added, TagId{tag});
  even.add(bits);
  RC_ASSERT(added == even);
  if (const DocBits* own = lists.bits_of(TagId{tag})) RC_ASSERT(*own == bits);
}

}  // namespace

TEST_CASE("posting lists: each tag has the works whose lists name it", "[snapshot]") {
  bool saw_bits = false;
  bool saw_halves = false;
  rc::prop("common and rare tags, and one that no work bears", [&] {
    std::vector<TagPlaces> works = any_works();
    works.resize(works.size() + 2'000);  // so many that a tag of a few works is rare
    const PostingLists lists = lists_of(database_of(works), kTags);
    for (std::uint32_t tag = 0; tag < kTags; ++tag) {
      check_list(lists, tag, works);
      const bool is_bits = lists.bits_of(TagId{tag}) != nullptr;
      saw_bits = saw_bits || is_bits;
      saw_halves = saw_halves || (!is_bits && lists.count(TagId{tag}) > 1);
    }
  });
  CHECK(saw_bits);
  CHECK(saw_halves);
}

TEST_CASE("posting lists: numbers on both sides of a block's border are read back", "[snapshot]") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  const std::vector<std::uint32_t> works{1, 2, 65535, 65536, 65537, 131071, 200000};
  for (const std::uint32_t work : works) {
    Xapian::Document document;
    document.add_value(static_cast<Xapian::valueno>(store::Slot::tags),
                       encoded({{0, store::kOpenInMain}}));
    database.replace_document(work, document);
  }
  const PostingLists lists = lists_of(database, 1);
  std::vector<std::uint32_t> visited;
  lists.for_each(TagId{0}, [&](std::uint32_t work) { visited.push_back(work); });
  CHECK(visited == works);
}

TEST_CASE("posting lists: few works far apart and many in a block are read back", "[snapshot]") {
  // The first form has more works in each block than the second has blocks.
  constexpr std::uint32_t kBlock = 65536;
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  std::vector<std::uint32_t> crowded;
  std::vector<std::uint32_t> scattered;
  for (std::uint32_t block = 0; block < 6; ++block) {
    const std::uint32_t first = block * kBlock + 7;
    scattered.push_back(first);
    for (std::uint32_t i = 0; i < 40; ++i) crowded.push_back(first + 3 * i);
  }
  for (const std::uint32_t work : crowded) {
    TagPlaces tags{{0, store::kOpenInMain}};
    if (std::find(scattered.begin(), scattered.end(), work) != scattered.end())
      tags.emplace(1, store::kOpenInMain);
    Xapian::Document document;
    document.add_value(static_cast<Xapian::valueno>(store::Slot::tags), encoded(tags));
    database.replace_document(work, document);
  }
  const PostingLists lists = lists_of(database, 2);
  for (const auto& [tag, works] : {std::pair{0U, crowded}, std::pair{1U, scattered}}) {
    std::vector<std::uint32_t> visited;
    lists.for_each(TagId{tag}, [&](std::uint32_t work) { visited.push_back(work); });
    CHECK(visited == works);
  }
}

TEST_CASE("forward index: each work has its written forms, with their places", "[snapshot]") {
  rc::prop("any works", [] {
    const std::vector<TagPlaces> works = any_works();
    const ForwardIndex index = forward_of(database_of(works), kTags);
    for (std::uint32_t work = 1; work <= works.size(); ++work) {
      TagPlaces found;
      index.of(work).for_each([&](TagId form, std::uint8_t places) {
        RC_ASSERT(found.emplace(static_cast<std::uint32_t>(form), places).second);
      });
      RC_ASSERT(found == works[work - 1]);
    }
    RC_ASSERT(!index.of(0).any_of([](TagId, std::uint8_t) { return true; }));
  });
}

TEST_CASE("forward index: a work of very many tags is read to its end", "[snapshot]") {
  TagPlaces tags;
  for (std::uint32_t tag = 0; tag < 1'000; ++tag) tags[tag * 7] = store::kOpenInMain;
  const ForwardIndex index = forward_of(database_of({tags, {{3, store::kOpenInMain}}}), 7'000);
  TagPlaces found;
  index.of(1).for_each([&](TagId form, std::uint8_t places) {
    found.emplace(static_cast<std::uint32_t>(form), places);
  });
  CHECK(found == tags);
}

TEST_CASE("forward index: a tag that is not in the registry is an error", "[snapshot]") {
  const auto database = database_of({{{5, store::kOpenInMain}}});
  CHECK_NOTHROW(forward_of(database, 6));
  CHECK(test::code_of([&] { forward_of(database, 5); }) == ErrorCode::index_corrupt);
}

TEST_CASE("forward index: more written forms than it has bits for are refused", "[snapshot]") {
  const auto database = database_of({{{5, store::kOpenInMain}}});
  CHECK_NOTHROW(forward_of(database, 1U << 20));
  CHECK(test::code_of([&] { forward_of(database, ForwardIndex::kMostForms + 1); }) ==
        ErrorCode::query_limit);
}
