// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// What the database of a Calibre library is called, in the library's folder.
inline constexpr std::string_view kCalibreDatabase = "metadata.db";

// A reader of a Calibre library by its database: a work a book, in the order of their numbers, with
// the text of its EPUB, HTML or plain text, the first of these that it has. Its id is "calibre:"
// and the book's uuid. What Calibre says of a book goes before what the EPUB says.
std::unique_ptr<WorkReader> read_calibre(InputFile file);

// Whether the SQLite database at `path` is a Calibre library.
bool is_calibre_library(const std::string& path);

// Whether a file that begins so is an SQLite database.
bool looks_like_sqlite(std::string_view head) noexcept;

}  // namespace ficsearch::ingest
