// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/borders.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"
#include "text/text_pieces.h"

using namespace ficsearch::text;
using ficsearch::test::any_text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

TEST_CASE("borders: graphemes are never cut", "[text]") {
  for (const Row& row : read_rows("text/borders.tsv"))
    DYNAMIC_SECTION(row["text"] << " at " << row["offset"] << ": " << row["why"]) {
      const std::size_t offset = std::stoul(row["offset"]);
      CHECK(grapheme_floor(row["text"], offset) == std::stoul(row["floor"]));
      CHECK(grapheme_ceil(row["text"], offset) == std::stoul(row["ceil"]));
    }
}

TEST_CASE("borders: the sentence around a word", "[text]") {
  for (const Row& row : read_rows("text/sentences.tsv"))
    DYNAMIC_SECTION(row["text"] << ", " << row["word"] << ": " << row["why"]) {
      const std::string& text = row["text"];
      const auto [begin, end] = sentence_around(text, text.find(row["word"]));
      CHECK(text.substr(begin, end - begin) == row["sentence"]);
    }
}

TEST_CASE("borders: an empty text is one empty sentence", "[text]") {
  CHECK(sentence_around("", 0) == std::pair<std::size_t, std::size_t>{0, 0});
  CHECK(sentence_around("", 5) == std::pair<std::size_t, std::size_t>{0, 0});
}

TEST_CASE("borders: properties of any text", "[text]") {
  rc::prop("floor and ceil are the nearest borders", [] {
    const std::string text = *any_text();
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      const std::size_t floor = grapheme_floor(text, offset);
      const std::size_t ceil = grapheme_ceil(text, offset);
      RC_ASSERT(floor <= offset);
      RC_ASSERT(ceil >= offset);
      RC_ASSERT((floor == offset) == (ceil == offset));
      RC_ASSERT(grapheme_ceil(text, floor) == floor);
      RC_ASSERT(grapheme_floor(text, ceil) == ceil);
    }
  });

  rc::prop("sentences lie side by side and cover the text", [] {
    const std::string text = *any_text();
    std::size_t covered = 0;
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
      const auto [begin, end] = sentence_around(text, offset);
      RC_ASSERT(begin <= offset);
      RC_ASSERT(offset < end);
      if (offset == covered) {
        RC_ASSERT(begin == covered);
        covered = end;
      }
    }
    RC_ASSERT(covered == text.size());
  });
}
