// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// A reader of a plain text that a JSON file beside it describes: a record as in
// schema/work.schema.json without "text", in "story.txt.json" or "story.json" for "story.txt". An
// id that is not given is the file's name without its extension.
std::unique_ptr<WorkReader> read_text(InputFile file);

// The file that describes the text at `path`; nullopt if there is none, or if the file is not
// called as texts are, for a JSON file beside a book is something else.
std::optional<std::string> find_sidecar(const std::string& path);

}  // namespace ficsearch::ingest
