// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::ingest {

// The rating of this project that an archive's label means ("Teen And Up Audiences", "MA15+",
// "R18+"); the label itself if it means none.
std::string rating_of_label(std::string_view label);

}  // namespace ficsearch::ingest
