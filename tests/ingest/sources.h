// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/work.h"
#include "ingest/reader.h"

namespace ficsearch::test {

// Writes `bytes` to `path`, whose folders are made.
void write_file(const std::string& path, std::string_view bytes);

// What the importer makes of a file of these bytes, in order.
std::vector<ingest::ReadResult> read_bytes(std::string_view bytes, Format format = Format::jsonl);

// What the importer makes of a file.
std::vector<ingest::ReadResult> read_all(const std::string& path, Format format);

// The paths of the files that an import of the sources reads.
std::vector<std::string> listed(const std::vector<std::string>& sources);

// The work of a one-line dump, which must be readable.
Work read_work(std::string_view record);

// "surface=kana; surface=kana"
std::string to_string(const std::vector<Reading>& readings);

// "a; b"
std::string joined(const std::vector<std::string>& texts);

}  // namespace ficsearch::test
