// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>

#include "base/utf8.h"
#include "ficsearch/text.h"
#include "support/rows.h"
#include "text/text_pieces.h"

using namespace ficsearch;
using ficsearch::test::any_text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

TEST_CASE("display: a terminal shows text and never obeys it", "[text]") {
  for (const Row& row : read_rows("text/display.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(terminal_safe(row["text"]) == row["safe"]);
    }
}

TEST_CASE("display: the columns of safe text", "[text]") {
  for (const Row& row : read_rows("text/display.tsv"))
    DYNAMIC_SECTION(row["safe"] << ": " << row["why"]) {
      CHECK(display_width(row["safe"]) == std::stoul(row["width"]));
    }
}

TEST_CASE("display: ill-formed bytes are shown as replacement characters", "[text]") {
  // A bare 9B is an escape sequence to terminals that count in bytes.
  CHECK(terminal_safe("a\x9B[31m") == "a\uFFFD[31m");
  CHECK(terminal_safe("\xE5\xAF\x41") == "\uFFFDA");
  CHECK(display_width("\xE5\xAF\x41") == 2);
}

TEST_CASE("display: text is cut to whole graphemes and says so", "[text]") {
  for (const Row& row : read_rows("text/fit_width.tsv"))
    DYNAMIC_SECTION(row["text"] << " in " << row["columns"] << ": " << row["why"]) {
      CHECK(fit_width(row["text"], std::stoul(row["columns"])) == row["fitted"]);
    }
}

TEST_CASE("display: properties of any bytes and texts", "[text]") {
  rc::prop("safe text is well-formed, stays as it is, and holds no control",
           [](const std::string& bytes) {
             const std::string safe = terminal_safe(bytes);
             RC_ASSERT(!base::find_ill_formed(safe));
             RC_ASSERT(terminal_safe(safe) == safe);
             for (const char c : safe)
               RC_ASSERT((static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
           });

  rc::prop("fitted text fits, and is the text itself if that does", [] {
    const std::string text = terminal_safe(*any_text());
    const std::size_t width = display_width(text);
    for (std::size_t columns = 0; columns <= width; ++columns) {
      const std::string fitted = fit_width(text, columns);
      RC_ASSERT(display_width(fitted) <= columns);
      RC_ASSERT((fitted == text) == (columns == width));
    }
  });
}
