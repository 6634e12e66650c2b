// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wrap.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "ficsearch/text.h"
#include "support/rows.h"

using namespace ficsearch;
using cli::Paint;
using cli::wrap_lines;
using cli::wrapped;

namespace {

std::string joined_lines(const std::string& text, std::size_t columns) {
  std::string joined;
  for (const auto& [begin, end] : wrap_lines(text, columns))
    joined += (joined.empty() ? "" : "|") + text.substr(begin, end - begin);
  return joined;
}

}  // namespace

TEST_CASE("wrap: lines break where they may", "[cli]") {
  for (const test::Row& row : test::read_rows("cli/wrap.tsv")) DYNAMIC_SECTION(row["why"]) {
      CHECK(joined_lines(row["text"], std::stoul(row["columns"])) == row["lines"]);
    }
}

TEST_CASE("wrap: no line is wider than the terminal, and nothing but spaces is lost", "[cli]") {
  rc::prop("wrapping keeps every character", [](std::vector<std::uint8_t> picks) {
    const std::vector<std::string> alphabet{"a", "b", " ", "寝", "取", "。", "e\u0301", "…"};
    std::string text;
    for (const std::uint8_t pick : picks) text += alphabet[pick % alphabet.size()];
    std::string kept;
    for (const auto& [begin, end] : wrap_lines(text, 12)) {
      const std::string line = text.substr(begin, end - begin);
      RC_ASSERT(display_width(line) <= 12u);
      kept += line;
    }
    const auto without_spaces = [](std::string s) {
      std::erase(s, ' ');
      return s;
    };
    RC_ASSERT(without_spaces(kept) == without_spaces(text));
  });
}

TEST_CASE("wrap: a match that is cut by a line end is painted on both lines", "[cli]") {
  const Highlight highlight{.text = "one two three", .matches = {{4, 13}}};
  CHECK(wrapped(highlight, 0, 10, Paint(true)) ==
        "one \x1b[1m\x1b[32mtwo\x1b[0m\n\x1b[1m\x1b[32mthree\x1b[0m\n");
}

TEST_CASE("wrap: ranges still fit after control characters were replaced", "[cli]") {
  const Highlight highlight{
      .text = "\x07 bell", .matches = {{2, 6}}, .cut_before = true, .cut_after = true};
  CHECK(wrapped(highlight, 2, 40, Paint(true)) == "  …\xEF\xBF\xBD \x1b[1m\x1b[32mbell\x1b[0m…\n");
  CHECK(wrapped(highlight, 2, 40, Paint(false)) == "  …\xEF\xBF\xBD bell…\n");
}
