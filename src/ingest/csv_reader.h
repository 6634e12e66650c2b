// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "ingest/column_map.h"
#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// A reader of a table with a header, a work a row, with ',' or '\t' between cells and quotes as in
// RFC 4180. `columns` says what the columns mean. A row that cannot be read is a reject, and the
// next line begins the next row; a header that cannot be read ends the source with
// Error(`bad_table`).
std::unique_ptr<WorkReader> read_csv(InputFile file, char delimiter,
                                     std::shared_ptr<const ColumnMap> columns);

// The delimiter of a table of works that begins so: its header has all columns that the map names,
// or, without a map, an id and a title. nullopt if it is none.
std::optional<char> find_delimiter(std::string_view head, const ColumnMap* columns);

}  // namespace ficsearch::ingest
