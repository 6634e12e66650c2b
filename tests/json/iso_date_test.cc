// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/iso_date.h"

#include <catch2/catch.hpp>

#include "support/rows.h"

TEST_CASE("iso date: seconds since 1970 read as a date", "[json]") {
  for (const ficsearch::test::Row& row : ficsearch::test::read_rows("json/iso_date.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      CHECK(ficsearch::json::iso_date(std::stoll(row["seconds"])) == row["date"]);
    }
}
