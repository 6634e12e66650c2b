// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/jisx0213.h"

#include <catch2/catch.hpp>

using namespace ficsearch;

TEST_CASE("jisx0213: a place gives its character", "[text]") {
  const text::Jisx0213 table;
  CHECK(table.find({1, 16, 1}) == "亜");
  CHECK(table.find({1, 84, 49}) == "悝");
  CHECK(table.find({1, 13, 21}) == "Ⅰ");
  CHECK(table.find({2, 1, 79}) == "傪");
  CHECK(table.find({2, 94, 86}) == "\U0002A6B2");
}

TEST_CASE("jisx0213: some kana are two characters of Unicode", "[text]") {
  const text::Jisx0213 table;
  CHECK(table.find({1, 4, 87}) == "か\u309A");
  // The table holds か back for a mark that might follow; nothing of that stays behind.
  CHECK(table.find({1, 4, 11}) == "か");
  CHECK(table.find({1, 4, 12}) == "が");
}

TEST_CASE("jisx0213: an empty place and one out of range give nothing", "[text]") {
  const text::Jisx0213 table;
  for (const text::KutenCode code : {text::KutenCode{2, 2, 1},
                                     {0, 1, 1},
                                     {3, 1, 1},
                                     {1, 0, 1},
                                     {1, 95, 1},
                                     {1, 1, 0},
                                     {1, 1, 95}}) {
    CAPTURE(code.plane, code.row, code.cell);
    CHECK(table.find(code) == std::nullopt);
  }
}
