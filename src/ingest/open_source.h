// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ficsearch/import.h"
#include "ingest/column_map.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// The files that `sources` name: "-" (standard input) and files as they are, folders walked
// recursively in the byte order of their paths, hidden files and folders left out and links to
// folders not followed; what nobody can look at, such as a link to nothing, is taken for a file. A
// Calibre library is one source, its metadata.db; a JSON file that
// describes a text beside it is none. Throws Error(`io`) for what does not exist.
std::vector<std::string> list_files(const std::vector<std::string>& sources);

struct SourceOptions {
  Format format = Format::automatic;  // automatic looks at the first bytes, never at the name
  std::shared_ptr<const ColumnMap> columns = nullptr;  // of tables; null: by their names
};

// A reader for `path`; "-" is standard input and holds a dump: JSON Lines or JSON, or a table if
// the format says so. Dumps may be compressed. An empty file is of no known format, unless one is
// given: its works may have been lost. Throws Error:
// `io`, `unknown_format` with what was found; a source that is damaged gives a Reject.
std::unique_ptr<WorkReader> open_source(const std::string& path, const SourceOptions& options);

}  // namespace ficsearch::ingest
