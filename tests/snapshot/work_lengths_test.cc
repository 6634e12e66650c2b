// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/work_lengths.h"

#include <catch2/catch.hpp>

#include "snapshot/text_database.h"

using namespace ficsearch;
using snapshot::WorkLengths;

TEST_CASE("work lengths: they are the sums of a work's frequencies", "[snapshot]") {
  const WorkLengths lengths(
      test::database_of({{1, {{"Ta", 6}, {"Sb", 2}}}, {3, {{"Ta", 65'000}}}, {4, {}}}));
  CHECK(lengths.of(1) == 8);
  CHECK(lengths.of(3) == 65'000);
  CHECK(lengths.of(4) == 0);
  CHECK(lengths.bytes() == 5 * 2);
}

TEST_CASE("work lengths: a long work makes all of them wider, and cuts none", "[snapshot]") {
  const WorkLengths lengths(test::database_of({{1, {{"Ta", 6}}}, {2, {{"Ba", 65'536}}}}));
  CHECK(lengths.of(1) == 6);
  CHECK(lengths.of(2) == 65'536);
  CHECK(lengths.bytes() == 3 * 4);
}
