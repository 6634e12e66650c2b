// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sort_key.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"
#include "text/text_pieces.h"

using ficsearch::test::any_text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;
using ficsearch::text::sort_key;

TEST_CASE("sort key: each row sorts before the next", "[text]") {
  const std::vector<Row> rows = read_rows("text/sort_order.tsv");
  for (std::size_t i = 0; i + 1 < rows.size(); ++i)
    DYNAMIC_SECTION(rows[i]["text"] << " < " << rows[i + 1]["text"] << ": " << rows[i + 1]["why"]) {
      CHECK(sort_key(rows[i]["text"]) < sort_key(rows[i + 1]["text"]));
    }
}

TEST_CASE("sort key: only equal texts have equal keys", "[text]") {
  // These two are the same text to Unicode; the bytes decide.
  CHECK(sort_key("e\u0301") != sort_key("é"));
  CHECK((sort_key("e\u0301") < sort_key("é")) == (std::string("e\u0301") < std::string("é")));
  rc::prop("any two texts", [] {
    const std::string a = *any_text();
    const std::string b = *any_text();
    RC_ASSERT((sort_key(a) == sort_key(b)) == (a == b));
    RC_ASSERT(sort_key(a) == sort_key(std::string(a)));
  });
}

TEST_CASE("sort key: a long text has a whole key", "[text]") {
  const std::string text(10'000, 'z');
  CHECK(sort_key(text + "a") < sort_key(text + "b"));
  // Each of these characters takes many bytes in a key.
  std::string expanding;
  for (int i = 0; i < 100; ++i) expanding += "\uFDFA";
  CHECK(sort_key(expanding + "a") < sort_key(expanding + "b"));
}
