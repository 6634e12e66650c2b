// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/mention.h"
#include "json/json_writer.h"

namespace ficsearch::json {

// Evidence as an array of {"field","concept","polarity","text"}.
void write_evidence(JsonWriter& out, const std::vector<Evidence>& evidence);

}  // namespace ficsearch::json
