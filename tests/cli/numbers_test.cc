// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/numbers.h"

#include <catch2/catch.hpp>

using ficsearch::cli::counted;
using ficsearch::cli::grouped;

TEST_CASE("numbers: thousands are separated by commas", "[cli]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(123456) == "123,456");
  CHECK(grouped(18446744073709551615u) == "18,446,744,073,709,551,615");
}

TEST_CASE("numbers: a count agrees with its noun", "[cli]") {
  CHECK(counted(0, "work", "works") == "no works");
  CHECK(counted(1, "work", "works") == "1 work");
  CHECK(counted(2000, "work", "works") == "2,000 works");
}
