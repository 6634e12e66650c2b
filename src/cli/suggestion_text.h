// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "cli/console.h"
#include "cli/format.h"
#include "ficsearch/tags.h"

namespace ficsearch::cli {

// Prints completions: "寝取られ -> netorare  trope  12 works  (not: Netori, Netorase)".
void print_suggestions(const std::vector<Suggestion>& suggestions, OutputFormat format,
                       Console& console);

}  // namespace ficsearch::cli
