// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "ficsearch/work.h"

namespace ficsearch::store {

// The stored form of a work: a version byte, its fields in a fixed order, and XXH3-64 over all of
// it.
//
// Equal works give equal bytes, so the bytes also tell whether a work has changed. docs/format.md
// has the layout.
std::string encode_record(const Work& work);

// The work that encode_record was given. Throws Error: `index_corrupt` if the checksum or layout is
// wrong, `format_unknown` for another version.
Work decode_record(std::string_view record);

// XXH3-128 of a record, 16 bytes: what an import compares to see whether a work has changed.
std::string content_hash(std::string_view record);

}  // namespace ficsearch::store
