// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ficsearch/search.h"
#include "ficsearch/work.h"

namespace ficsearch::search {

// The fields of `names` as a reply shows them, in a fixed order, then unknown keys as they were
// imported; the usual ones if there are no names. What the work does not have is left out.
std::vector<std::pair<std::string, FieldValue>> stored_fields(
    const Work& work, const std::vector<std::string>& names);

}  // namespace ficsearch::search
