// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "cli/paint.h"
#include "ficsearch/search.h"

namespace ficsearch::cli {

// The facets of a reply as a table for people: a heading a facet, then a count and label a line.
std::string facets_text(const Reply& reply, const Paint& paint);

}  // namespace ficsearch::cli
