// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>

#include "support/rows.h"
#include "text/keys.h"

using namespace ficsearch::text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

TEST_CASE("source range: rows", "[text]") {
  for (const Row& row : read_rows("text/source_range.tsv")) {
    DYNAMIC_SECTION(row["why"]) {
      const MappedKey mapped = fold_mapped(row["text"]);
      const std::string wanted = fold_key(row["find"]);
      const std::size_t at = mapped.key.find(wanted);
      REQUIRE(at != std::string::npos);
      const auto [begin, end] = source_range(mapped, at, at + wanted.size(), row["text"]);
      CHECK(row["text"].substr(begin, end - begin) == row["source"]);
    }
  }
}

TEST_CASE("mapped keys: what maps byte by byte is one run", "[text]") {
  CHECK(surface_mapped("abc 勇者").runs == std::vector<KeyRun>{{0, 10, 0, 10}});
  CHECK(surface_mapped("aＢc").runs ==
        std::vector<KeyRun>{{0, 1, 0, 1}, {1, 2, 1, 4}, {2, 3, 4, 5}});
  CHECK(surface_mapped("㍍").runs == std::vector<KeyRun>{{0, 12, 0, 3}});
  CHECK(fold_mapped("魔 法").runs == std::vector<KeyRun>{{0, 3, 0, 3}, {3, 6, 4, 7}});
  CHECK(fold_mapped("").runs.empty());
}
