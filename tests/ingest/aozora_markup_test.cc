// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/aozora_markup.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "ingest/aozora_accents.h"
#include "ingest/sources.h"
#include "support/rows.h"

using namespace ficsearch;

TEST_CASE("aozora markup: ruby, notes and described characters are resolved", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/aozora_markup.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      ingest::AozoraMarkup markup;
      CHECK(markup.plain_line(row["line"]).value_or("none") == row["plain"]);
      CHECK(test::to_string(markup.readings()) == row["readings"]);
    }
}

TEST_CASE("aozora markup: accents are read inside their brackets", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/aozora_accents.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      CHECK(ingest::find_accented(row["text"]).value_or("none") == row["read"]);
    }
}

TEST_CASE("aozora markup: any mixture of marks gives well-formed text", "[ingest]") {
  rc::prop("plain text is no longer than its markup", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "《", "》", "｜", "※", "［＃", "］", "［", "〔", "〕", "鼻", "の", "ア", "a", "e'", "、",
        "1-2-22", "U+9B90", "／＼", " "));
    std::string line;
    for (const std::string& piece : pieces) line += piece;
    ingest::AozoraMarkup markup;
    const std::string plain = markup.plain_line(line).value_or("");
    RC_ASSERT(!base::find_ill_formed(plain));
    RC_ASSERT(plain.size() <= line.size());
    for (const Reading& reading : markup.readings()) {
      RC_ASSERT(!reading.surface.empty());
      RC_ASSERT(plain.find(reading.surface) != std::string::npos);
    }
  });
}
