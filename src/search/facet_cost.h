// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "snapshot/posting_lists.h"
#include "store/terms.h"

namespace ficsearch::search {

// What the ways to count facets cost, in nanoseconds, roughly: only how they compare matters.

// Of looking at what each work of a set bears.
inline double cost_of_scan(std::uint64_t works) noexcept {
  constexpr double kWork = 45;  // some 14 tags, of which the rare ones have counters out of cache
  return kWork * static_cast<double>(works);
}

// Of a pass over the works of a written form beside a set.
inline double cost_of_list(const snapshot::PostingLists& postings, store::TagId tag) noexcept {
  constexpr double kList = 20;
  constexpr double kNumber = 1.5;
  constexpr double kWord = 0.6;
  if (const snapshot::DocBits* bits = postings.bits_of(tag))
    return kList + kWord * static_cast<double>(bits->limit() / 64);
  return kList + kNumber * static_cast<double>(postings.count(tag));
}

}  // namespace ficsearch::search
