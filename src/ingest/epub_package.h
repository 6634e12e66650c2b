// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/work.h"
#include "ingest/xml_document.h"

namespace ficsearch::ingest {

// What the package document of an EPUB says.
struct EpubPackage {
  Work work;                       // all but the text and, if the package has no identifier, the id
  std::vector<std::string> pages;  // archive members of the text in reading order, each once
};

// Reads an EPUB 2 or 3 package at `path` of the archive. Subjects are freeform tags, a list of
// them several; collections
// of the type "series" are series, others collections; the cover and navigation are no pages.
// Throws Error: `bad_xml`, `too_long`, `bad_archive` for a page outside the archive.
EpubPackage read_epub_package(const XmlElement& package, std::string_view path);

// The archive member that `href` means in the member `base`: percent-decoded, without query and
// fragment, "." and ".." resolved and held at the root of the archive, as for addresses. Empty if
// it leads elsewhere.
std::string resolve_href(std::string_view base, std::string_view href);

}  // namespace ficsearch::ingest
