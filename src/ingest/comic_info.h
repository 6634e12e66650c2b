// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ficsearch/work.h"
#include "ingest/xml_document.h"

namespace ficsearch::ingest {

// The comic that a ComicInfo.xml describes; its id stays empty unless it has a GTIN. Writers are
// authors; Genre, Tags and Characters are tags of these facets; what has no field of ours is kept
// as a stored field. Throws Error: `bad_xml` if it is no ComicInfo, `too_long`, `out_of_range`.
Work read_comic_info(const XmlElement& info);

}  // namespace ficsearch::ingest
