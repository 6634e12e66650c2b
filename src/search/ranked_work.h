// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ficsearch::search {

// A work of a page, with what it scores if it is ranked.
struct RankedWork {
  std::uint32_t document = 0;
  double score = 0;
};

}  // namespace ficsearch::search
