// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/slots.h"

#include <catch2/catch.hpp>
#include <limits>

#include "ficsearch/error.h"

using namespace ficsearch;
using store::PlacedTag;
using store::TagId;

TEST_CASE("slots: values sort as their numbers do, dates before 1970 too", "[store]") {
  const std::int64_t dates[] = {
      std::numeric_limits<std::int64_t>::min(), -2208988800, -1, 0, 1, 4102444800,
      std::numeric_limits<std::int64_t>::max()};
  for (std::size_t i = 1; i < std::size(dates); ++i)
    CHECK(store::encode_value(Field::updated, dates[i - 1]) <
          store::encode_value(Field::updated, dates[i]));
  CHECK(store::encode_value(Field::words, 255) < store::encode_value(Field::words, 256));
  CHECK(std::string() < store::encode_value(Field::words, 0));
}

TEST_CASE("slots: a value decodes to the number that it was made of", "[store]") {
  for (const std::int64_t number :
       {std::int64_t{0}, std::int64_t{1}, store::greatest_number(Field::kudos)})
    CHECK(store::decode_value(Field::kudos, store::encode_value(Field::kudos, number)) == number);
  for (const std::int64_t date : {std::int64_t{-1}, std::int64_t{1700000000}})
    CHECK(store::decode_value(Field::published, store::encode_value(Field::published, date)) ==
          date);
}

TEST_CASE("slots: a tag list decodes to itself", "[store]") {
  const std::vector<PlacedTag> tags{{TagId{0}, store::kOpenInMain},
                                    {TagId{1}, store::kSpoilerInSide},
                                    {TagId{300000}, 15},
                                    {TagId{UINT32_MAX}, store::kOpenInSide}};
  std::vector<PlacedTag> decoded;
  store::decode_tags(store::encode_tags(tags), decoded);
  CHECK(decoded == tags);
}

TEST_CASE("slots: a damaged tag list is an error, not a shorter list", "[store]") {
  std::string value = store::encode_tags({{TagId{5}, 1}, {TagId{70000}, 1}});
  value.pop_back();
  std::vector<PlacedTag> decoded;
  CHECK_THROWS_AS(store::decode_tags(value, decoded), Error);
}

TEST_CASE("slots: spoilers and side parts count only when asked for", "[store]") {
  CHECK(store::counted_places(Spoilers::none, PartScope::main) == store::kOpenInMain);
  CHECK(store::counted_places(Spoilers::none, PartScope::any) ==
        (store::kOpenInMain | store::kOpenInSide));
  CHECK(store::counted_places(Spoilers::all, PartScope::main) ==
        (store::kOpenInMain | store::kSpoilerInMain));
  CHECK(store::counted_places(Spoilers::all, PartScope::any) == 15);
}
