// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/error_text.h"

#include <catch2/catch.hpp>

using namespace ficsearch;
using cli::error_text;
using cli::Paint;

TEST_CASE("error text: a place in a file stands behind the message", "[cli]") {
  const Error error(ErrorCode::bad_dictionary, "the id is given twice",
                    Place{.file = "a.toml", .line = 3, .column = 7}, "remove one");
  CHECK(error_text(error, "", Paint()) ==
        "ficsearch: the id is given twice (a.toml:3:7)\nhint: remove one\n");
}

TEST_CASE("error text: a file that the message names is not named again", "[cli]") {
  const Error error(ErrorCode::no_index, "there is no index in shelf", Place{.file = "shelf"});
  CHECK(error_text(error, "", Paint()) == "ficsearch: there is no index in shelf\n");
}

TEST_CASE("error text: an error in the query points into it", "[cli]") {
  const Error error(ErrorCode::query_syntax, "not closed",
                    Place{.file = {}, .byte_offset = 2, .byte_length = 1});
  CHECK(error_text(error, "a (b", Paint()) == "ficsearch: not closed\n  a (b\n    ^\n");
}

TEST_CASE("error text: where the query cannot be shown, the byte is named", "[cli]") {
  const Error error(ErrorCode::query_syntax, "not closed", Place{.file = {}, .byte_offset = 2});
  CHECK(error_text(error, "", Paint()) == "ficsearch: not closed (byte 2)\n");
}

TEST_CASE("error text: an offset into a tag never points into the query", "[cli]") {
  const Error error(ErrorCode::invalid_utf8, "ill-formed at byte 0",
                    Place{.file = {}, .byte_offset = 0});
  CHECK(error_text(error, "a query", Paint()) == "ficsearch: ill-formed at byte 0\n");
}

TEST_CASE("error text: what a message quotes cannot drive the terminal", "[cli]") {
  const Error error(ErrorCode::no_work, "there is no work \"\x1b[2J\"");
  CHECK(error_text(error, "", Paint()).find('\x1b') == std::string::npos);
}
