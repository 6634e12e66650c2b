// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ficsearch/import.h"

namespace ficsearch::engine {

// Whether sources were all there and read whole. Only then is a work that none of them has a work
// that is gone, which may be deleted.

// Throws Error(`bad_value`) for a source whose end may only look like one: whatever is neither a
// file nor a folder, such as a pipe.
void refuse_what_may_break_off(const std::vector<std::string>& sources);

// Why works may be missing from what was read, as half a sentence; empty if none is. `empty_files`
// are those that held no record at all.
std::string why_incomplete(const ImportReport& report, const std::vector<std::string>& empty_files);

}  // namespace ficsearch::engine
