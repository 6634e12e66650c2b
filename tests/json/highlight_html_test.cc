// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/highlight_html.h"

#include <catch2/catch.hpp>

using ficsearch::Highlight;
using ficsearch::json::highlight_html;

TEST_CASE("highlight: text is escaped before it is marked", "[json]") {
  CHECK(highlight_html({.text = "<mark>a</mark> & \"b\" 'c'", .matches = {{6, 7}}}) ==
        "&lt;mark&gt;<mark>a</mark>&lt;/mark&gt; &amp; &quot;b&quot; &#39;c&#39;");
}

TEST_CASE("highlight: a match may hold markup, begin and end the text", "[json]") {
  CHECK(highlight_html({.text = "<b>x", .matches = {{0, 3}, {3, 4}}}) ==
        "<mark>&lt;b&gt;</mark><mark>x</mark>");
}

TEST_CASE("highlight: an ellipsis stands where the field goes on", "[json]") {
  CHECK(highlight_html({.text = "手紙", .matches = {}, .cut_before = true, .cut_after = true}) ==
        "…手紙…");
  CHECK(highlight_html({.text = "手紙", .matches = {}}) == "手紙");
}
