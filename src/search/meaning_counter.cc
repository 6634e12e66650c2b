// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/meaning_counter.h"

#include <algorithm>

namespace ficsearch::search {

void MeaningCounter::count(const snapshot::DocBits& set,
                           const snapshot::Snapshot::Resident& resident, std::uint8_t places,
                           bool with_derived, const Deadline& deadline) {
  for (const std::uint32_t meaning : borne_) counts_[meaning] = 0;
  borne_.clear();
  const snapshot::MeaningTable& meanings = resident.meanings;
  counts_.resize(meanings.size());
  PacedDeadline paced(deadline);
  resident.forward.for_each(set, [&](std::uint32_t, const snapshot::ForwardIndex::Forms& forms) {
    paced.step();
    seen_.clear();
    forms.for_each([&](store::TagId form, std::uint8_t form_places) {
      if ((form_places & places) == 0) return;
      const std::uint32_t meaning = meanings.of(form);
      if (meanings.is_shared(form) || (with_derived && meanings.concept_of(meaning))) {
        if (std::find(seen_.begin(), seen_.end(), meaning) != seen_.end()) return;
        seen_.push_back(meaning);
      }
      add(meaning);
    });
    if (with_derived) count_derived(meanings);
  });
}

// A derived meaning that the work's own tags name is counted already.
void MeaningCounter::count_derived(const snapshot::MeaningTable& meanings) {
  derived_.clear();
  for (const std::uint32_t meaning : seen_) {
    const auto ref = meanings.concept_of(meaning);
    if (!ref) continue;
    for (const tags::ConceptRef derived : meanings.dictionary().derived(*ref))
      derived_.push_back(meanings.of_concept(derived));
  }
  std::sort(derived_.begin(), derived_.end());
  derived_.erase(std::unique(derived_.begin(), derived_.end()), derived_.end());
  for (const std::uint32_t derived : derived_)
    if (std::find(seen_.begin(), seen_.end(), derived) == seen_.end()) add(derived);
}

}  // namespace ficsearch::search
