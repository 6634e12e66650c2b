// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/readings.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"
#include "text/keys.h"

using namespace ficsearch::text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

TEST_CASE("readings: rows", "[text]") {
  MecabTagger tagger;
  for (const Row& row : read_rows("text/readings.tsv")) {
    DYNAMIC_SECTION(row["why"]) {
      std::string readings;
      for (const std::string& reading : readings_of(tagger, row["text"]))
        readings += (readings.empty() ? "" : " ") + fold_key(reading);
      CHECK(readings == row["readings"]);
    }
  }
}
