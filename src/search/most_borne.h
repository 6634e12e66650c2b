// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "snapshot/meaning_table.h"

namespace ficsearch::search {

// Gives the meanings of a facet that works count for, by an upper bound of their number in all of
// the snapshot, the greatest first; some of none may be among them. For facets that are not
// derived (counted_forms.h). Threads: one.
class MostBorne {
 public:
  // The table must outlive this.
  MostBorne(Facet facet, FacetCounts counts, const snapshot::MeaningTable& table);

  bool is_done() const noexcept { return broad_.empty() && themselves_.empty(); }
  // No less than the works that count for any that is left. Needs one that is left, as take() does.
  std::uint64_t at_most() const noexcept;
  std::uint32_t take();

 private:
  bool is_broad_next() const noexcept;
  void skip_broad() noexcept;

  using Bounded = std::pair<std::uint64_t, std::uint32_t>;  // bound and meaning

  const snapshot::MeaningTable& table_;
  std::vector<bool> is_broad_;  // by meaning, as far as there are such
  std::vector<Bounded> broad_;  // that count by what is below them; ascending
  std::span<const std::uint32_t> themselves_;
};

}  // namespace ficsearch::search
