// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <string_view>

#include "support/rows.h"
#include "text/lossy_key.h"
#include "text/reading_key.h"
#include "text/stem_key.h"

using namespace ficsearch::text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

TEST_CASE("reading, lossy and stem keys: rows", "[text]") {
  const std::map<std::string, std::string (*)(std::string_view)> keys{
      {"Y", reading_key}, {"L", lossy_key}, {"E", stem_key}};
  for (const Row& row : read_rows("text/weak_keys.tsv")) {
    DYNAMIC_SECTION(row["tier"] << ": " << row["why"]) {
      CHECK(keys.at(row["tier"])(row["text"]) == row["key"]);
    }
  }
}

TEST_CASE("lossy keys: of Latin text, its own and those of its readings", "[text]") {
  CHECK(lossy_keys("shōnen") == std::vector<std::string>{"shonen", "しょねん", "しょんえん"});
  CHECK(lossy_keys("しょうねん") == std::vector<std::string>{"しょねん"});
}
