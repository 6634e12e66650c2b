// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// A reader of a page that is one work (web_page.h). Its id is the address of the work that the
// page gives, else what stem_of says of the file.
std::unique_ptr<WorkReader> read_html(InputFile file);

// Whether a file that begins so, white space left out, is a page rather than other XML.
bool looks_like_html(std::string_view head);

}  // namespace ficsearch::ingest
