// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "ingest/input_file.h"
#include "ingest/reader.h"
#include "ingest/source_file.h"

namespace ficsearch::ingest {

// A reader of a plain text that a JSON file beside it describes: a record as in
// schema/work.schema.json without "text", in "story.txt.json" or "story.json" for "story.txt". An
// id that is not given is what stem_of says of the file.
std::unique_ptr<WorkReader> read_text(InputFile file);

// The file that describes `text`; nullopt if there is none, or if the text is not called as texts
// are, for a JSON file beside a book is something else. Of a text in a folder, a link that leads
// out of the folder is none.
std::optional<std::string> find_sidecar(const SourceFile& text);

}  // namespace ficsearch::ingest
