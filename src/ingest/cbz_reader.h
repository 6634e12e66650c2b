// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "ingest/archive.h"
#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// A reader of a comic in a ZIP archive, by its ComicInfo.xml; pictures are never unpacked. Its id
// is its GTIN, else "cbz:" and a hash of its series, number, title and the names and sizes of its
// pages: it stays when tags or the file's name change.
std::unique_ptr<WorkReader> read_cbz(InputFile file);

// Whether a ZIP archive is meant as a comic.
bool is_cbz(const Archive& archive);

}  // namespace ficsearch::ingest
