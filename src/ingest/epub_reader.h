// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "ingest/archive.h"
#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// A reader of an EPUB, which is one work. Its id is the address in the preface of a download of a
// fan-fiction archive, else the package's identifier, else "epub:" and a hash of the package.
std::unique_ptr<WorkReader> read_epub(InputFile file);

// The book in the archive at `path`. Throws Error: `bad_archive`, `bad_xml`, `bad_encoding`,
// `missing_title`, `out_of_range`, `too_long`.
ReadWork read_epub_work(const std::string& path);

// Whether a ZIP archive is meant as an EPUB.
bool is_epub(const Archive& archive);

}  // namespace ficsearch::ingest
