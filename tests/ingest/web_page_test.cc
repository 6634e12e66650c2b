// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/web_page.h"

#include <catch2/catch.hpp>

#include "ingest/rating_label.h"
#include "ingest/shown.h"
#include "ingest/sources.h"
#include "support/rows.h"

using namespace ficsearch;

TEST_CASE("pages: tags, facts and text come out of their places", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/pages.tsv"))
    DYNAMIC_SECTION(row["why"] << ": " << row["field"]) {
      const auto results =
          test::read_all(FICSEARCH_TEST_DATA "/ingest/pages/" + row["file"], Format::automatic);
      REQUIRE(results.size() == 1);
      CHECK(test::shown(results[0], row["field"]) == row["value"]);
    }
}

TEST_CASE("pages: a novel's own preface is text", "[ingest]") {
  const std::string novel =
      "<html><head><title>A</title></head><body><div id=\"preface\"><p>To the reader.</p></div>"
      "<p>Snow fell.</p><div id=\"afterword\"><p>Thanks.</p></div></body></html>";
  const auto results = test::read_bytes(novel, Format::html);
  CHECK(test::shown(results.at(0), "text") == "To the reader.\nSnow fell.\nThanks.");
}

TEST_CASE("pages: a list inside an entry takes nothing from it", "[ingest]") {
  const std::string page =
      "<html><head><title>A</title></head><body><dl class=\"tags\"><dt>Tags:</dt><dd><a>NTR</a>"
      "<a>open<dl><dt>Words:</dt><dd>12</dd></dl></a></dd></dl></body></html>";
  const auto results = test::read_bytes(page, Format::html);
  CHECK(test::shown(results.at(0), "tags") == "freeform:NTR; freeform:open");
  CHECK(test::shown(results.at(0), "words") == "12");
}

TEST_CASE("pages: a declared charset goes before a guess", "[ingest]") {
  const std::string page = "<html><head><meta charset=\"windows-1252\"><title>caf\xE9</title>";
  CHECK(test::shown(test::read_bytes(page, Format::html).at(0), "title") == "café");
}

TEST_CASE("pages: no entity, address or file is opened", "[ingest]") {
  const std::string page =
      "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n"
      "<html><head><title>A</title></head><body><p>&e;</p></body></html>";
  CHECK(test::shown(test::read_bytes(page, Format::html).at(0), "text") == "&e;");
}
