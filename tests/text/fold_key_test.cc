// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "support/rows.h"
#include "text/keys.h"

using namespace ficsearch::text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

TEST_CASE("fold key: rows", "[text]") {
  for (const Row& row : read_rows("text/fold_key.tsv")) {
    DYNAMIC_SECTION(row["why"]) {
      CHECK(fold_key(row["text"]) == row["key"]);
      CHECK(fold_key(row["key"]) == row["key"]);
    }
  }
}

TEST_CASE("fold key: what stays apart", "[text]") {
  for (const Row& row : read_rows("text/fold_apart.tsv")) {
    DYNAMIC_SECTION(row["why"]) {
      CHECK(fold_key(row["a"]) != fold_key(row["b"]));
    }
  }
}
