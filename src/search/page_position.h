// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace ficsearch::search {

// A place between the works of a sorted page: behind the work with these sort values and this
// document number. A value is given as twice the key of its column (snapshot/column.h), one more if
// it lies between that key and the next, so that values that no work has any more have their place.
struct PagePosition {
  std::vector<std::int64_t> doubled_keys;  // by sort key
  std::uint32_t document = 0;
};

}  // namespace ficsearch::search
