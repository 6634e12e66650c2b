// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/import.h"
#include "json/json_writer.h"

namespace ficsearch::json {

// The member "warnings" of an import's report and preview.
void write_import_warnings(JsonWriter& out, const std::vector<ImportWarning>& warnings);

}  // namespace ficsearch::json
