// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record.h"

#include <catch2/catch.hpp>

#include "ficsearch/error.h"
#include "support/error_code.h"

using namespace ficsearch;

namespace {

Work full_work() {
  Work work;
  work.id = "w1";
  work.title = "駅の猫";
  work.titles = {{"en", {"The Station Cat", "Cat of the Station"}}, {"ja", {}}};
  work.authors = {"森 彩", "Robin Hale"};
  work.summary = "A cat waits.";
  work.language = "ja";
  work.rating = "teen";
  work.status = "complete";
  work.medium = "web-novel";
  work.series = {"Stations"};
  work.collections = {"Winter"};
  work.url = "https://example.org/w1";
  work.words = 0;
  work.published = -86400;
  work.updated = 1700000000;
  work.kudos = UINT32_MAX;
  work.hits = 12;
  work.comments = 3;
  work.bookmarks = 4;
  work.tags = {{Facet::fandom, "Stations", 0, 0}, {Facet::freeform, "NTRなし", 2, 3}};
  work.text = std::string("body with \0 inside", 18);
  work.parts = {{"r1", "route", "Night", "text", {{Facet::trope, "slow burn", 1, 1}}, false}};
  work.readings = {{"駅", "えき"}};
  work.extra = {{"licence", "\"CC0\""}};
  return work;
}

ErrorCode refusal(const std::string& record) {
  return test::code_of([&] { store::decode_record(record); });
}

}  // namespace

TEST_CASE("record: a work decodes to itself, field by field", "[store]") {
  CHECK(store::decode_record(store::encode_record(full_work())) == full_work());
  CHECK(store::decode_record(store::encode_record(Work{})) == Work{});
}

TEST_CASE("record: any flipped bit and any cut is found", "[store]") {
  const std::string record = store::encode_record(full_work());
  for (std::size_t bit = 0; bit < record.size() * 8; ++bit) {
    std::string flipped = record;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    REQUIRE(refusal(flipped) == ErrorCode::index_corrupt);
  }
  for (std::size_t size = 0; size < record.size(); ++size)
    REQUIRE(refusal(record.substr(0, size)) == ErrorCode::index_corrupt);
}

TEST_CASE("record: works that differ in one field have another hash", "[store]") {
  Work other = full_work();
  other.tags[1].spoiler = 1;
  CHECK(store::content_hash(store::encode_record(other)) !=
        store::content_hash(store::encode_record(full_work())));
  CHECK(store::content_hash(store::encode_record(full_work())).size() == 16);
}
