// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "ingest/input_file.h"
#include "ingest/reader.h"
#include "ingest/source_file.h"

namespace ficsearch::ingest {

// A reader of one Aozora Bunko text file, which is one work: language "ja", status "complete". Its
// colophon is not part of the text; Work::extra keeps it, as the library asks.
std::unique_ptr<WorkReader> read_aozora(InputFile file);

// The id of the work in the file of that name: "000042_ruby_154.txt" and "42_txt_154.txt" are
// "aozora:000042"; another is what stem_of says.
std::string aozora_id(const SourceFile& file);

}  // namespace ficsearch::ingest
