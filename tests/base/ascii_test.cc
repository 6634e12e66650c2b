// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ascii.h"

#include <catch2/catch.hpp>

using namespace ficsearch::base;

TEST_CASE("ascii: only A to Z have a lower case", "[base]") {
  CHECK(ascii_lower('A') == 'a');
  CHECK(ascii_lower('Z') == 'z');
  for (const char c : {'@', '[', 'a', 'z', '0', ' ', '\x80', '\xFF'}) CHECK(ascii_lower(c) == c);
}

TEST_CASE("ascii: digits are 0 to 9", "[base]") {
  CHECK(is_ascii_digit('0'));
  CHECK(is_ascii_digit('9'));
  for (const char c : {'/', ':', 'a', '\xB2'}) CHECK_FALSE(is_ascii_digit(c));
}

TEST_CASE("ascii: names are equal in any case, over their whole length", "[base]") {
  CHECK(equal_ignoring_case("Netorare", "nETORARE"));
  CHECK(equal_ignoring_case("", ""));
  CHECK_FALSE(equal_ignoring_case("netori", "netorare"));
  CHECK_FALSE(equal_ignoring_case("netor", "netori"));
  // The capital and the small a of full width are letters, but not of ASCII.
  CHECK_FALSE(equal_ignoring_case("Ａ", "ａ"));
}
