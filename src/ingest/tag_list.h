// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "ficsearch/work.h"
#include "ingest/json_record.h"

namespace ficsearch::ingest {

// The keys of a tag that is written as an object.
inline constexpr std::array<std::string_view, 3> kTagKeys{"name", "spoiler", "strength"};

// Reads the tags of a work or part: an object of lists by facet, or one list of "facet:name" and
// bare names (freeform). A tag is a string or an object of kTagKeys. A prefix counts only if it
// names a facet, so "Re:Zero" is a name. `key` is for messages. Throws Error: `wrong_type`,
// `unknown_facet`, `unknown_parameter`, `duplicate_parameter`, `out_of_range`, `too_long`,
// `invalid_utf8`, `bad_json`.
std::vector<Tag> read_tags(JsonRecord& record, JsonValue value, std::string_view key);

}  // namespace ficsearch::ingest
