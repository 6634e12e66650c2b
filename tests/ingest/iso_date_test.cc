// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/iso_date.h"

#include <catch2/catch.hpp>

#include "support/rows.h"

using namespace ficsearch;

TEST_CASE("iso date: only what names one instant is read", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/dates.tsv")) DYNAMIC_SECTION(row["why"]) {
      const auto seconds = ingest::parse_iso_date(row["text"]);
      CHECK((seconds ? std::to_string(*seconds) : "none") == row["seconds"]);
    }
}
