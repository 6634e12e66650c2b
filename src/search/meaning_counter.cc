// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/meaning_counter.h"

#include <algorithm>

namespace ficsearch::search {

void MeaningCounter::count(const snapshot::DocBits& set,
                           const snapshot::Snapshot::Resident& resident, std::uint8_t places,
                           Along along, const Deadline& deadline) {
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
      if (meanings.is_shared(form) || (along != Along::nothing && meanings.concept_of(meaning))) {
        if (std::find(seen_.begin(), seen_.end(), meaning) != seen_.end()) return;
        seen_.push_back(meaning);
      }
      add(meaning);
    });
    if (along != Along::nothing) count_along(meanings, along);
  });
}

// What the work's own tags name is counted already.
void MeaningCounter::count_along(const snapshot::MeaningTable& meanings, Along along) {
  along_.clear();
  for (const std::uint32_t meaning : seen_) {
    const auto ref = meanings.concept_of(meaning);
    if (!ref) continue;
    for (const tags::ConceptRef derived : meanings.dictionary().derived(*ref))
      along_.push_back(meanings.of_concept(derived));
    if (along != Along::derived_and_broader) continue;
    for (const tags::ConceptRef broader : meanings.dictionary().with_broader(*ref))
      along_.push_back(meanings.of_concept(broader));
  }
  std::sort(along_.begin(), along_.end());
  along_.erase(std::unique(along_.begin(), along_.end()), along_.end());
  for (const std::uint32_t meaning : along_)
    if (std::find(seen_.begin(), seen_.end(), meaning) == seen_.end()) add(meaning);
}

}  // namespace ficsearch::search
