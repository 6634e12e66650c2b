// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::ingest {

// The id of a work whose source gives it none: `prefix`, a colon and a hash (XXH3, 128 bits) of
// what makes it this work and no other.
std::string content_id(std::string_view prefix, std::string_view content);

}  // namespace ficsearch::ingest
