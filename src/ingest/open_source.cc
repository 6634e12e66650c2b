// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/open_source.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "ficsearch/error.h"
#include "ingest/input_file.h"
#include "ingest/jsonl_reader.h"

namespace ficsearch::ingest {

std::unique_ptr<WorkReader> open_source(const std::string& path, Format) {
  return read_jsonl(InputFile::open(path));
}

}  // namespace ficsearch::ingest
