// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "ingest/reader.h"

namespace ficsearch::ingest {

// A reader that opens another one when its first work is asked for. An error with which that one
// ends, such as a dump that is cut off, becomes a last Reject, so that the other sources of an
// import are still read; an error of the machine is thrown on. `size` is that of the source.
std::unique_ptr<WorkReader> read_guarded(std::string path, std::uint64_t size,
                                         std::function<std::unique_ptr<WorkReader>()> open);

}  // namespace ficsearch::ingest
