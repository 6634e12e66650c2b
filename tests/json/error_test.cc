// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "json/shapes.h"

using namespace ficsearch;

TEST_CASE("error: its JSON has code, type, message, position and hint in this order", "[json]") {
  CHECK(
      to_json(test::full_error()) ==
      R"({"error":{"code":"query_syntax","type":"invalid_request","message":"'(' is never closed",)"
      R"("position":{"file":"-","line":3,"column":2,"offset":1,"length":1},)"
      R"("hint":"add ')' or put it in quotes"}})");
}

TEST_CASE("error: what does not apply is left out", "[json]") {
  CHECK(to_json(Error(ErrorCode::no_work, "no work has the id \"x\"")) ==
        R"({"error":{"code":"no_work","type":"not_found","message":"no work has the id \"x\""}})");
}

TEST_CASE("error: a message that quotes ill-formed bytes is still JSON", "[json]") {
  CHECK(to_json(Error(ErrorCode::io, "cannot read \xFF")) ==
        R"({"error":{"code":"io","type":"internal","message":"cannot read )"
        "\xEF\xBF\xBD"
        R"("}})");
}
