// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/edict_words.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"

using namespace ficsearch::text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

TEST_CASE("EDICT: what its lines give", "[text]") {
  for (const Row& row : read_rows("text/edict_words.tsv")) DYNAMIC_SECTION(row["why"]) {
      CHECK(to_table(edict_words(row["edict"])) == row["table"]);
    }
}
