// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "snapshot/column.h"
#include "snapshot/lazy_part.h"

namespace ficsearch::snapshot {

// Every document number of a column (0 left out) from the first to the last of a sorted page: by
// falling or rising key, and of equals the greatest number first. Numbers without a document are
// among them.
//
// It is cut into windows, each of which is sorted when it is first asked for, and kept: nearly all
// pages end in the first. To make one takes a look at each key, and sorting what falls into it; 4
// bytes a number are kept. Any number of threads may ask.
class SortOrder {
 public:
  using Works = std::vector<std::uint32_t>;
  struct Place {
    std::size_t window = 0;
    std::size_t work = 0;  // in the window; behind its last is the same as before the next window's
                           // first
  };

  // Needs at least one window, and a column that outlives this.
  SortOrder(const Column& column, bool ascending, std::size_t windows);

  // The place of the first work that does not come before, where those that do are all in front.
  template <typename ComesBefore>
  Place partition_point(ComesBefore&& comes_before) const {
    const auto second = borders_.begin() + 1;  // of the second window
    const auto border = std::partition_point(
        second, borders_.end() - 1,
        [&](std::uint64_t first_of_window) { return comes_before(work_of(first_of_window)); });
    const auto window = static_cast<std::size_t>(border - second);
    const Works& works = this->window(window);
    const auto work = std::partition_point(works.begin(), works.end(), comes_before);
    return {window, static_cast<std::size_t>(work - works.begin())};
  }

  // Calls visit(work) with each from `place` on, until one gives true, and says whether one did.
  template <typename Visit>
  bool any_of(Place place, Visit&& visit) const {
    for (; place.window + 1 < borders_.size(); ++place.window, place.work = 0) {
      const Works& works = window(place.window);
      for (; place.work < works.size(); ++place.work)
        if (visit(works[place.work])) return true;
    }
    return false;
  }

 private:
  // A number that sorts as its work does: how its key compares, and behind that the complement of
  // its document number.
  std::uint64_t rank_of(std::uint32_t work) const noexcept {
    return std::uint64_t{column_->key(work) ^ flip_} << 32 | ~work;
  }
  static std::uint32_t work_of(std::uint64_t rank) noexcept {
    return ~static_cast<std::uint32_t>(rank & UINT32_MAX);
  }

  const Works& window(std::size_t number) const {
    return windows_[number].get([&] { return sorted(number); });
  }
  Works sorted(std::size_t number) const;

  const Column* column_;
  std::uint32_t flip_;
  std::vector<std::uint64_t> borders_;  // the least rank of each window, and what is above the last
  std::unique_ptr<LazyPart<Works>[]> windows_;
};

}  // namespace ficsearch::snapshot
