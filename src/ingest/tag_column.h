// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ficsearch::ingest {

// Whether a column of a table that is no field of works ("Warning", "content tags", "Author") is
// called as if it held tags: kept as a stored field, what it says would be excluded by nobody.
// Columns of numbers ("tag count") are not.
bool is_called_like_tags(std::string_view column);

}  // namespace ficsearch::ingest
