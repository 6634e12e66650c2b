// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ficsearch/import.h"
#include "ingest/column_map.h"
#include "ingest/reader.h"
#include "ingest/source_file.h"

namespace ficsearch::ingest {

// What `sources` come to.
struct SourceFiles {
  std::vector<SourceFile> files;
  std::vector<std::string> links;  // that lead out of the source, to a folder or nowhere; they are
                                   // not followed
};

// The files that `sources` name: "-" (standard input) and files as they are, folders walked
// recursively in the byte order of their paths, hidden files and folders left out. In a folder a
// link is followed if it leads to a file below that folder. A folder in it that cannot be listed
// stands among the files, and cannot be opened either. A Calibre library is one source, its
// metadata.db; a JSON file that describes a text of the list is none. Throws Error(`io`) for a
// source that does not exist or cannot be listed.
SourceFiles list_files(const std::vector<std::string>& sources);

struct SourceOptions {
  Format format = Format::automatic;  // automatic looks at the first bytes, never at the name
  std::shared_ptr<const ColumnMap> columns = nullptr;  // of tables; null: by their names
};

// A reader for a source; "-" is standard input and holds a dump: JSON Lines or JSON, or a table if
// the format says so. Dumps may be compressed. An empty file is of no known format, unless one is
// given: its works may have been lost. Throws Error:
// `io`, `unknown_format` with what was found; a source that is damaged gives a Reject.
std::unique_ptr<WorkReader> open_source(const SourceFile& source, const SourceOptions& options);

}  // namespace ficsearch::ingest
