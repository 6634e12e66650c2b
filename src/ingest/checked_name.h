// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::ingest {

// What every reader holds names and ids to: nobody sees a control character in a name, and nobody
// who excludes the name without it would find the work left out.

// A name that is compared: a tag, an author, a language. Line breaks, tabs and the blanks around
// them become one blank. Throws Error(`out_of_range`) for any other control character, naming
// `field`. `name` is well-formed UTF-8.
std::string checked_name(std::string_view name, std::string_view field);

// An id, as it is: lists of ids are printed one a line, and an id with a line break would read as
// two. Throws Error: `missing_id` for an empty one, `out_of_range` for control characters and
// U+2028 and U+2029, `too_long`, `invalid_utf8`.
std::string checked_id(std::string id);

}  // namespace ficsearch::ingest
