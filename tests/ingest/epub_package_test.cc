// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/epub_package.h"

#include <catch2/catch.hpp>

#include "ficsearch/error.h"
#include "ingest/shown.h"
#include "support/rows.h"

using namespace ficsearch;
using ingest::EpubPackage;

namespace {

EpubPackage read(const std::string& metadata, const std::string& items, const std::string& spine) {
  const std::string package =
      "<package xmlns=\"http://www.idpf.org/2007/opf\" xmlns:opf=\"http://www.idpf.org/2007/opf\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" unique-identifier=\"u\" xml:lang=\"en\">"
      "<metadata>" +
      metadata + "</metadata><manifest>" + items + "</manifest><spine>" + spine +
      "</spine></package>";
  return ingest::read_epub_package(ingest::parse_xml(package, "p.opf"), "b/p.opf");
}

std::string item(const std::string& id, const std::string& rest) {
  return "<item id=\"" + id + "\" href=\"" + id + ".xhtml\" " + rest + "/>";
}

constexpr const char* kXhtml = "media-type=\"application/xhtml+xml\"";

}  // namespace

TEST_CASE("epub package: metadata of both versions", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/epub_packages.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      CHECK(test::shown(read(row["metadata"], "", "").work, row["field"]) == row["value"]);
    }
}

TEST_CASE("epub package: hrefs lead to members of the archive or nowhere", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/hrefs.tsv")) DYNAMIC_SECTION(row["why"]) {
      CHECK(ingest::resolve_href(row["base"], row["href"]) == row["member"]);
    }
}

TEST_CASE("epub package: pages come in the order of the spine, each once", "[ingest]") {
  const std::string items = item("a", kXhtml) + item("b", kXhtml);
  const EpubPackage package =
      read("", items, "<itemref idref=\"b\"/><itemref idref=\"a\"/><itemref idref=\"b\"/>");
  CHECK(package.pages == std::vector<std::string>{"b/b.xhtml", "b/a.xhtml"});
}

TEST_CASE("epub package: a page of the spine that the package does not list is missed",
          "[ingest]") {
  for (const char* spine : {"<itemref idref=\"a\"/><itemref idref=\"x\"/>", "<itemref/>"}) {
    CAPTURE(spine);
    try {
      read("", item("a", kXhtml), spine);
      FAIL("it is read");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_archive);
    }
  }
}

TEST_CASE("epub package: navigation and pictures are no pages", "[ingest]") {
  const std::string items = item("n", std::string(kXhtml) + " properties=\"scripted nav\"") +
                            item("s", "media-type=\"image/svg+xml\"") + item("a", kXhtml);
  const EpubPackage package =
      read("", items, "<itemref idref=\"n\"/><itemref idref=\"s\"/><itemref idref=\"a\"/>");
  CHECK(package.pages == std::vector<std::string>{"b/a.xhtml"});
}

TEST_CASE("epub package: a fallback stands in for a foreign page", "[ingest]") {
  const std::string items = item("f", "media-type=\"application/x-poem\" fallback=\"g\"") +
                            item("g", "media-type=\"application/x-song\" fallback=\"a\"") +
                            item("a", kXhtml);
  CHECK(read("", items, "<itemref idref=\"f\"/>").pages == std::vector<std::string>{"b/a.xhtml"});
}

TEST_CASE("epub package: entities are refused with their line", "[ingest]") {
  const std::string xml = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<a>&e;</a>";
  try {
    ingest::parse_xml(xml, "p.opf");
    FAIL("it is read");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_xml);
    CHECK_THAT(error.what(), Catch::Contains("p.opf, line 2") && Catch::Contains("&e;"));
  }
}
