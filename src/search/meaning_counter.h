// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "search/deadline.h"
#include "search/tag_meanings.h"
#include "snapshot/doc_bits.h"
#include "snapshot/forward_index.h"
#include "snapshot/snapshot.h"

namespace ficsearch::search {

// Counts, by the forward index, how many works of a set bear each meaning of the snapshot's table,
// with what their meanings bring along. The resident twin of FacetCounter. One serves many searches
// of one thread, one after the other: its memory is kept.
class MeaningCounter {
 public:
  // What counts for a work beside what it bears; more takes longer.
  enum class Along : std::uint8_t {
    nothing,
    derived,              // advisories, perspectives and media
    derived_and_broader,  // what a closure counts
  };

  // `places`: of store::TagPlaces, those that count.
  void count(const snapshot::DocBits& set, const snapshot::Snapshot::Resident& resident,
             std::uint8_t places, Along along, const Deadline& deadline);

  // The meanings that works of the set bear, none of them 0, in no particular order; valid until
  // the next count.
  std::span<const std::uint32_t> borne() const noexcept { return borne_; }
  std::uint32_t of(std::uint32_t meaning) const noexcept { return counts_[meaning]; }

 private:
  void count_along(const snapshot::MeaningTable& meanings, Along along);
  void add(std::uint32_t meaning) {
    if (counts_[meaning]++ == 0) borne_.push_back(meaning);
  }

  std::vector<std::uint32_t> counts_;  // by meaning; 0 but for borne_
  std::vector<std::uint32_t> borne_;
  // Of the work that is being counted: the meanings that it may bear in several forms, among which
  // are all concepts that may bring anything along, and what is brought along.
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> along_;
};

}  // namespace ficsearch::search
