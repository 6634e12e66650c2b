// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "ficsearch/search.h"

namespace ficsearch::cli {

// The entries of a blocklist: one a line, in order; blank lines and comments, which are # alone or
// before a blank, are left out. #NTR is an entry. Throws Error: `io` if the file ("-" is standard
// input) cannot be read to its end, since a blocklist that is missing is never an empty one;
// `bad_value`, with file and line, for an entry with a comment behind it.
std::vector<FilterItem> read_exclude_file(const std::string& file, Console& console);

}  // namespace ficsearch::cli
