// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/caret.h"

#include <catch2/catch.hpp>

#include "ficsearch/text.h"
#include "support/rows.h"

using ficsearch::display_width;
using ficsearch::cli::caret_lines;

TEST_CASE("caret: it stands under the place", "[cli]") {
  for (const ficsearch::test::Row& row : ficsearch::test::read_rows("cli/caret.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      CHECK(caret_lines(row["query"], std::stoul(row["offset"]), std::stoul(row["length"]), 80) ==
            "  " + row["shown"] + "\n" + std::string(std::stoul(row["column"]), ' ') +
                std::string(std::stoul(row["carets"]), '^') + "\n");
    }
}

TEST_CASE("caret: a long query is cut to the terminal, never at the place", "[cli]") {
  const std::string query = std::string(200, 'a') + "(" + std::string(200, 'b');
  const std::string lines = caret_lines(query, 200, 1, 40);
  const std::string first = lines.substr(0, lines.find('\n'));
  const std::string second = lines.substr(first.size() + 1);
  CHECK(display_width(first) <= 40);
  const std::size_t caret = second.find('^');
  const std::size_t bracket = display_width(first.substr(0, first.find('(')));
  CHECK(caret == bracket);
}
