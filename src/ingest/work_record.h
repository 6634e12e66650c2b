// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "ingest/reader.h"

namespace ficsearch::ingest {

struct RecordOptions {
  std::string id_if_missing = {};  // the id of a record that has none; empty: it must have one
};

// Reads one work from a line of JSON, as schema/work.schema.json describes it. `line` has
// simdjson's padding behind it. Known keys are read strictly; an unknown key of the work itself is
// kept in Work::extra, unless it is called as if it held tags (tag_column.h) and holds text; in a
// tag or part it is an error, so that a misspelt "spoiler" is not lost. Throws Error: `bad_json`,
// `missing_id`, `missing_title`, `wrong_type`, `out_of_range`, `bad_date`, `bad_encoding`,
// `unknown_facet`, `unknown_parameter`, `duplicate_parameter`, `invalid_utf8`, `too_long`.
ReadWork read_work_record(simdjson::ondemand::parser& parser, std::string_view line,
                          const RecordOptions& options = {});

// The id in `line`, for messages about a line that read_work_record refuses; empty if it cannot be
// told.
std::string find_id(simdjson::ondemand::parser& parser, std::string_view line);

// The keys that read_work_record knows, in the order of the schema.
std::vector<std::string_view> work_keys();
std::vector<std::string_view> part_keys();
std::vector<std::string_view> reading_keys();

}  // namespace ficsearch::ingest
