// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exit_code.h"

#include <catch2/catch.hpp>
#include <set>

#include "support/rows.h"

using namespace ficsearch;

TEST_CASE("exit code: every error code has the one of the table", "[cli]") {
  for (const test::Row& row : test::read_rows("cli/exit_code.tsv")) DYNAMIC_SECTION(row["code"]) {
      bool known = false;
      for (int code = 0; code <= static_cast<int>(ErrorCode::interrupted); ++code)
        if (to_string(static_cast<ErrorCode>(code)) == row["code"]) {
          known = true;
          CHECK(static_cast<int>(cli::exit_code_of(static_cast<ErrorCode>(code))) ==
                std::stoi(row["exit"]));
        }
      CHECK(known);
    }
}

TEST_CASE("exit code: the table has every error code once", "[cli]") {
  std::multiset<std::string> rows;
  for (const test::Row& row : test::read_rows("cli/exit_code.tsv")) rows.insert(row["code"]);
  std::multiset<std::string> codes;
  for (int code = 0; code <= static_cast<int>(ErrorCode::interrupted); ++code)
    codes.emplace(to_string(static_cast<ErrorCode>(code)));
  CHECK(rows == codes);
}
