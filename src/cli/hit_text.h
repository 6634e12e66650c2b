// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "ficsearch/search.h"

namespace ficsearch::cli {

// A hit for people: title, authors and id; advisories, before anything of the work's text; tags by
// facet; the excerpts that matched. Ends in an empty line.
std::string hit_text(const Hit& hit, const Console& console);

// Advisories such as "emotional-turmoil" as a line that begins with "!"; nothing if there are none.
std::string advisories_text(const std::vector<std::string>& advisories, const Console& console);

// A value as one line of text.
std::string field_text(const FieldValue& value);

}  // namespace ficsearch::cli
