// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/meaning_counter.h"

#include <algorithm>

namespace ficsearch::search {

void MeaningCounter::count(const snapshot::DocBits& set,
                           const snapshot::Snapshot::Resident& resident, std::uint8_t places,
                           bool with_derived) {
  for (const std::uint32_t meaning : borne_) counts_[meaning] = 0;
  borne_.clear();
  counts_.resize(resident.meanings.size());
  resident.forward.for_each(set, [&](std::uint32_t, std::span<const snapshot::BorneMeaning> borne) {
    for (const snapshot::BorneMeaning meaning : borne)
      if ((meaning.places() & places) != 0) add(meaning.meaning());
    if (with_derived) count_derived(borne, resident, places);
  });
}

// A derived meaning that the work's own tags name is counted already.
void MeaningCounter::count_derived(std::span<const snapshot::BorneMeaning> borne,
                                   const snapshot::Snapshot::Resident& resident,
                                   std::uint8_t places) {
  derived_.clear();
  for (const snapshot::BorneMeaning meaning : borne) {
    if ((meaning.places() & places) == 0) continue;
    const auto ref = resident.meanings.concept_of(meaning.meaning());
    if (!ref) continue;
    for (const tags::ConceptRef derived : resident.meanings.dictionary().derived(*ref))
      derived_.push_back(resident.meanings.of_concept(derived));
  }
  std::sort(derived_.begin(), derived_.end());
  derived_.erase(std::unique(derived_.begin(), derived_.end()), derived_.end());
  for (const std::uint32_t derived : derived_)
    if (std::none_of(borne.begin(), borne.end(), [&](snapshot::BorneMeaning meaning) {
          return meaning.meaning() == derived && (meaning.places() & places) != 0;
        }))
      add(derived);
}

}  // namespace ficsearch::search
