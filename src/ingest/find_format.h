// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ficsearch/import.h"
#include "ingest/column_map.h"
#include "ingest/input_file.h"

namespace ficsearch::ingest {

// What the file is, by its content and never by its name; a compressed one is already being
// unpacked. `columns` may be null. Throws Error: `unknown_format` with what was found, `io`,
// `bad_archive`.
Format find_format(InputFile& file, const ColumnMap* columns);

// Whether a source of that format may be compressed, and may come from a pipe: it is read from
// front to back, and its works have ids of their own.
bool is_dump(Format format) noexcept;

}  // namespace ficsearch::ingest
