// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// A reader of a JSON array of works, or of works one after another that may span lines.
std::unique_ptr<WorkReader> read_json(InputFile file);

// Whether the text, whose first byte is '{', is a record over several lines rather than JSON Lines.
bool is_record_of_lines(std::string_view head);

}  // namespace ficsearch::ingest
