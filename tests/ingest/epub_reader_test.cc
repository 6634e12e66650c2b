// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/epub_reader.h"

#include <catch2/catch.hpp>

#include "ingest/packed.h"
#include "ingest/shown.h"
#include "ingest/sources.h"
#include "support/rows.h"

using namespace ficsearch;

namespace {

constexpr const char* kContainer =
    "<container><rootfiles><rootfile full-path=\"本/p.opf\"/></rootfiles></container>";

// A book of two pages, in an archive that holds them in another order than the spine.
std::string book(const std::string& metadata, const std::string& first, const std::string& second) {
  const std::string package =
      "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\" unique-identifier=\"u\"><metadata>"
      "<dc:title>A book</dc:title>" +
      metadata +
      "</metadata><manifest>"
      "<item id=\"a\" href=\"第一.xhtml\" media-type=\"application/xhtml+xml\"/>"
      "<item id=\"b\" href=\"b%20b.xhtml\" media-type=\"application/xhtml+xml\"/>"
      "</manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>";
  return test::zipped({{"本/b b.xhtml", second},
                       {"本/p.opf", package},
                       {"META-INF/container.xml", kContainer},
                       {"本/第一.xhtml", first}});
}

ingest::ReadResult read(const std::string& bytes) {
  const auto results = test::read_bytes(bytes, Format::automatic);
  REQUIRE(results.size() == 1);
  return results.front();
}

constexpr const char* kFirst =
    "<html><body><p>雪が<ruby>降<rt>ふ</rt></ruby>る。</p></body></html>";
constexpr const char* kSecond = "<html><body><p>灯。<ruby>降<rt>ふ</rt></ruby></p></body></html>";

}  // namespace

TEST_CASE("epub: pages are joined in reading order, readings are told once", "[ingest]") {
  const auto result = read(book("<dc:identifier id=\"u\">b1</dc:identifier>", kFirst, kSecond));
  CHECK(test::shown(result, "id") == "b1");
  CHECK(test::shown(result, "text") == "雪が降る。\n\n灯。降");
  CHECK(test::shown(result, "readings") == "降=ふ");
}

TEST_CASE("epub: a book without an identifier is known by its package", "[ingest]") {
  const std::string id = test::shown(read(book("", kFirst, kSecond)), "id");
  CHECK_THAT(id, Catch::StartsWith("epub:") && Catch::Matches("epub:[0-9a-f]{32}"));
  CHECK(test::shown(read(book("", kSecond, kFirst)), "id") == id);
  CHECK(test::shown(read(book("<dc:creator>A</dc:creator>", kFirst, kSecond)), "id") != id);
}

TEST_CASE("epub: the preface of a download gives tags their facets", "[ingest]") {
  const std::string preface = test::read_data("ingest/pages/download.html");
  const std::string metadata =
      "<dc:identifier id=\"u\">urn:uuid:1</dc:identifier><dc:creator>ito_lena</dc:creator>"
      "<dc:subject>Fanworks</dc:subject><dc:subject>netori</dc:subject><dc:subject>Aya</"
      "dc:subject>";
  const std::string afterword =
      "<html><body><div id=\"afterword\"><p>Please leave a comment.</p></div></body></html>";
  const auto result = read(book(metadata, preface, afterword));
  CHECK(test::shown(result, "id") == "https://archive.example/works/4242");
  CHECK(test::shown(result, "rating") == "teen");
  CHECK(test::shown(result, "authors") == "ito_lena; sudo");
  CHECK_THAT(test::shown(result, "tags"),
             Catch::StartsWith("freeform:Fanworks; warning:Major Character Death") &&
                 Catch::Contains("character:Aya;") && Catch::Contains("freeform:netori") &&
                 !Catch::Contains("freeform:Aya"));
  CHECK_THAT(test::shown(result, "text"), !Catch::Contains("comment"));
}

TEST_CASE("epub: UTF-16 is read by its mark, and XML without a charset is UTF-8", "[ingest]") {
  const std::string utf16 = std::string("\xFF\xFE", 2) + std::string("<\0p\0>\0\xEA\x96", 8);
  const auto result = read(book("", utf16, kSecond));
  CHECK_THAT(test::shown(result, "text"), Catch::StartsWith("雪"));
  CHECK(test::shown(read(book("", "<p>\x90\xE1\x82\xCC\x93\x94</p>", kSecond)), "reject") ==
        "bad_encoding");
}
