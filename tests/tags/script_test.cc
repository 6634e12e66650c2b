// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/script.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "support/rows.h"

namespace ficsearch::tags {
namespace {

TEST_CASE("script: a spelling has the script of its letters", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/script.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(to_string(script_of(row["text"])) == row["script"]);
    }
}

TEST_CASE("script: names lead back to scripts", "[tags]") {
  std::set<std::string> names;
  for (const test::Row& row : test::read_rows("tags/script.tsv")) names.insert(row["script"]);
  CHECK(names.size() == 9);
  for (const std::string& name : names) {
    REQUIRE(find_script(name));
    CHECK(to_string(*find_script(name)) == name);
  }
  CHECK_FALSE(find_script("Latin"));
  CHECK_FALSE(find_script(""));
}

}  // namespace
}  // namespace ficsearch::tags
