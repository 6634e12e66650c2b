// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ficsearch::search {

// How facets are counted: by looking at what each work of a set bears, or by intersecting the set
// with the works of each value. Both give the same; tests compare them.
enum class FacetWay : std::uint8_t { by_cost, scan, intersect };

}  // namespace ficsearch::search
