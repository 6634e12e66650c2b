// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/error.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace ficsearch;

namespace {

constexpr int kLastCode = static_cast<int>(ErrorCode::interrupted);

}  // namespace

TEST_CASE("error: every code has a name of its own, in lower case", "[base]") {
  std::set<std::string_view> names;
  for (int code = 0; code <= kLastCode; ++code) {
    const std::string_view name = to_string(static_cast<ErrorCode>(code));
    INFO(name);
    CHECK(names.insert(name).second);
    CHECK(std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }));
    CHECK(name != "unknown");
  }
}

TEST_CASE("error: the code after the last has no name", "[base]") {
  // Fails when a code is added at the end, so that the test above goes on to see every one.
  CHECK(to_string(static_cast<ErrorCode>(kLastCode + 1)) == "unknown");
}

TEST_CASE("error: an error tells what, where and what to do", "[base]") {
  const Place place{
      .file = "works.jsonl", .line = 3, .column = 7, .byte_offset = 120, .byte_length = 4};
  const Error error(ErrorCode::bad_date, "that is no date", place, "write 2021-04-03");
  CHECK(error.code() == ErrorCode::bad_date);
  CHECK(error.what() == std::string("that is no date"));
  CHECK(error.where() == place);
  CHECK(error.hint() == "write 2021-04-03");
}

TEST_CASE("error: place and hint may be absent", "[base]") {
  const Error error(ErrorCode::locked, "another writer has the index");
  CHECK(error.where() == Place{});
  CHECK(error.hint().empty());
}
