// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ficsearch/import.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// The files that `sources` name: "-" (standard input) and files as they are, folders walked
// recursively in the byte order of their paths, hidden files and folders left out and links to
// folders not followed. Throws Error(`io`) for what does not exist.
std::vector<std::string> list_files(const std::vector<std::string>& sources);

// A reader for `path` ("-" is standard input, always JSONL). Format::automatic looks at the first
// bytes, never at the name; an empty file is a dump of no works. Throws Error: `io`,
// `unknown_format` with what was found.
std::unique_ptr<WorkReader> open_source(const std::string& path, Format format);

}  // namespace ficsearch::ingest
