// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "cli/messages.h"
#include "ficsearch/search.h"

namespace ficsearch::cli {

// Says on standard error what each exclude entry came to, at most the first ten one by one.
void note_excludes(const Reply& reply, const Messages& messages);

// Prints warnings with their suggestions: of each code the first five, and how many more there are.
void print_warnings(const std::vector<Warning>& warnings, const Messages& messages);

// Prints how the search was run, if that was asked for, and the cursor of the next page if there is
// one.
void note_how_to_go_on(const Reply& reply, const Messages& messages);

}  // namespace ficsearch::cli
