// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ficsearch::ingest {

// How the fields begin that a Calibre library's columns are kept as which hold no tags.
inline constexpr std::string_view kCalibreField = "calibre_";

// Whether a column of a table, a key of a record or an element of a comic's description that is no
// field of works ("Warning", "content tags", "Author") is called as if it held tags: kept as a
// stored field, what it says would be excluded by nobody. Columns of numbers ("tag count") and what
// begins with kCalibreField are not.
bool is_called_like_tags(std::string_view name);

}  // namespace ficsearch::ingest
