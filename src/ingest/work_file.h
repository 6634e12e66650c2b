// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// A reader of a file that is one work: `read` makes it, when it is asked for. What `read` throws,
// or an id that may not be (checked_name.h), becomes a Reject with `id`; an error of the machine is
// thrown on.
std::unique_ptr<WorkReader> read_work_file(InputFile file, std::string id,
                                           std::function<ReadWork(InputFile&)> read);

// All bytes of the file. Throws Error: `out_of_range` over kMaxRecordBytes, `io`. The view is valid
// as long as the file is not read.
std::string_view whole_file(InputFile& file);

}  // namespace ficsearch::ingest
