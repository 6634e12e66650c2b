// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/deadline.h"
#include "search/facet_works.h"
#include "snapshot/doc_bits.h"
#include "snapshot/snapshot.h"
#include "store/terms.h"

namespace ficsearch::search {

// Finds out from what each work of a set bears which exclude entries cover it. For sets that are
// small beside the posting lists of the entries. One serves many searches of one thread, one after
// the other: its memory is kept.
class ExclusionScan {
 public:
  // Forgets the entries of the search before. `entries`: how many follow.
  void begin(const snapshot::Snapshot::Resident& resident, std::size_t entries);

  // Takes an entry that covers these written forms. Works are counted for it that bear one of those
  // in `shown`, which are sorted, where it shows.
  void add(std::size_t entry, const std::vector<store::TagId>& tags,
           const std::vector<store::TagId>& shown);

  // What entries cover that were not taken: works, and those that several cover.
  struct Others {
    snapshot::DocBits covered;
    snapshot::DocBits covered_twice;
  };
  // Fills works.matching, count and alone, and with `others` (null: there are none) covered_once.
  // Places are of store::TagPlaces: where a tag is excluded, and where an include shows it.
  void run(FacetWorks& works, std::uint8_t excluded_places, std::uint8_t shown_places,
           const Others* others, const Deadline& deadline) const;

 private:
  // What a mark says of a written form: which entry covers it, and whether an include shows it.
  static constexpr std::uint32_t kShown = 1;
  static constexpr std::uint32_t kSeveral = UINT32_MAX;
  static std::uint32_t mark_of(std::size_t entry) noexcept {
    return static_cast<std::uint32_t>(entry + 1) << 1;
  }

  const snapshot::Snapshot::Resident* resident_ = nullptr;
  std::size_t entries_ = 0;
  std::vector<std::uint32_t> marks_;  // by TagId; 0 but for marked_
  std::vector<store::TagId> marked_;
  snapshot::DocBits is_marked_;  // by TagId: most tags need no look at marks_ then
};

}  // namespace ficsearch::search
