// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/byte_size.h"

#include <catch2/catch.hpp>

using ficsearch::cli::parse_byte_size;

TEST_CASE("byte size: units are powers of 1024, in either case", "[cli]") {
  CHECK(parse_byte_size("0") == 0u);
  CHECK(parse_byte_size("1000") == 1000u);
  CHECK(parse_byte_size("3k") == 3072u);
  CHECK(parse_byte_size("512M") == 536870912u);
  CHECK(parse_byte_size("2G") == 2147483648u);
  CHECK(parse_byte_size("1t") == 1099511627776u);
}

TEST_CASE("byte size: what is none is refused", "[cli]") {
  for (const char* text :
       {"", "M", "-1", "1.5G", "1 G", "2GB", "18446744073709551616", "17179869184G"})
    CHECK_FALSE(parse_byte_size(text));
}
