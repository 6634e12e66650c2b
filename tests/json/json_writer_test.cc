// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/json_writer.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "ficsearch/error.h"

using namespace ficsearch;
using json::JsonWriter;

TEST_CASE("json writer: control characters, quotes and backslashes are escaped", "[json]") {
  JsonWriter out;
  out.text(std::string_view("a\0\n\"\\\x1f", 6));
  CHECK(out.str() == R"("a\u0000\n\"\\\u001F")");
}

TEST_CASE("json writer: an empty view is an empty text", "[json]") {
  JsonWriter out;
  out.text({});
  CHECK(out.str() == R"("")");
}

TEST_CASE("json writer: a stored text that is ill-formed is an error, not broken JSON", "[json]") {
  JsonWriter out;
  try {
    out.text("\xE5\xAF");
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::index_corrupt);
  }
}

TEST_CASE("json writer: well-formed text from outside is kept to the byte", "[json]") {
  JsonWriter out;
  out.foreign_text("a\x01\xE5\xAF\x9D");
  CHECK(out.str() == "\"a\\u0001\xE5\xAF\x9D\"");
}

TEST_CASE("json writer: any bytes from outside come out as valid JSON", "[json]") {
  rc::prop("foreign text parses", [](const std::string& bytes) {
    JsonWriter out;
    out.foreign_text(bytes);
    RC_ASSERT(nlohmann::json::accept(out.str()));
  });
}
