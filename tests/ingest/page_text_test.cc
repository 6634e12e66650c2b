// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/page_text.h"

#include <catch2/catch.hpp>

#include "ficsearch/error.h"
#include "ingest/sources.h"
#include "support/rows.h"

using namespace ficsearch;

namespace {

ingest::PageText page_of(const std::string& html) {
  ingest::PageText page;
  ingest::parse_html(html, page);
  return page;
}

}  // namespace

TEST_CASE("page text: ruby keeps its base and gives readings", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/ruby.tsv")) DYNAMIC_SECTION(row["why"]) {
      ingest::PageText page = page_of(row["html"]);
      CHECK(page.take_text() == row["text"]);
      CHECK(test::to_string(page.take_readings()) == row["readings"]);
    }
}

TEST_CASE("page text: what a reader of the page sees", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/page_text.tsv")) DYNAMIC_SECTION(row["why"]) {
      CHECK(ingest::text_of_html(row["html"]) == row["text"]);
    }
}

TEST_CASE("page text: elements too deep in each other are refused with their line", "[ingest]") {
  std::string html = "<p>a</p>\n";
  for (int depth = 0; depth < 300; ++depth) html += "<div>";
  CHECK_THROWS_WITH(page_of(html), Catch::Contains("line 2") && Catch::Contains("256 levels"));
}
