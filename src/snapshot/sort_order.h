// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "snapshot/column.h"

namespace ficsearch::snapshot {

// Every document number of a column (0 left out) from the first to the last of a sorted page: by
// falling or rising key, and of equals the greatest number first. Numbers without a document are
// among them. Linear in the number of documents.
std::vector<std::uint32_t> sort_order(const Column& column, bool ascending);

}  // namespace ficsearch::snapshot
