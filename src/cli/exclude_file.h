// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "ficsearch/search.h"

namespace ficsearch::cli {

// The entries of a blocklist: one a line, in order; blank lines and lines that begin with # are
// left out. Throws Error(`io`) if the file ("-" is standard input) cannot be read to its end: a
// blocklist that is missing is never an empty one.
std::vector<FilterItem> read_exclude_file(const std::string& file, Console& console);

}  // namespace ficsearch::cli
