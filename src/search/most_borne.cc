// SPDX-License-Identifier: GPL-3.0-or-later
// The table has the meanings of a facet sorted by the works that bear them. By closure the few that
// have something below them stand elsewhere, so they are sorted apart, and the two are merged.
#include "search/most_borne.h"

#include <algorithm>

namespace ficsearch::search {

MostBorne::MostBorne(Facet facet, FacetCounts counts, const snapshot::MeaningTable& table)
    : table_(table), themselves_(table.of_facet(facet)) {
  if (counts == FacetCounts::direct) return;
  const tags::Dictionary& dictionary = table.dictionary();
  is_broad_.resize(dictionary.concepts().size());
  for (std::uint32_t i = 0; i < is_broad_.size(); ++i) {
    const auto ref = static_cast<tags::ConceptRef>(i);
    if (dictionary[ref].facet != facet || dictionary.narrower(ref).empty()) continue;
    const std::uint32_t meaning = table.of_concept(ref);
    is_broad_[meaning] = true;
    std::uint64_t bound = 0;
    for (const tags::ConceptRef below : dictionary.with_narrower(ref))
      bound += table.works_at_most(table.of_concept(below));
    if (bound != 0) broad_.emplace_back(bound, meaning);
  }
  std::sort(broad_.begin(), broad_.end());
  skip_broad();
}

std::uint64_t MostBorne::at_most() const noexcept {
  return is_broad_next() ? broad_.back().first : table_.works_at_most(themselves_.front());
}

std::uint32_t MostBorne::take() {
  if (is_broad_next()) {
    const std::uint32_t meaning = broad_.back().second;
    broad_.pop_back();
    return meaning;
  }
  const std::uint32_t meaning = themselves_.front();
  themselves_ = themselves_.subspan(1);
  skip_broad();
  return meaning;
}

bool MostBorne::is_broad_next() const noexcept {
  if (broad_.empty() || themselves_.empty()) return themselves_.empty();
  return broad_.back().first >= table_.works_at_most(themselves_.front());
}

void MostBorne::skip_broad() noexcept {
  while (!themselves_.empty() && themselves_.front() < is_broad_.size() &&
         is_broad_[themselves_.front()])
    themselves_ = themselves_.subspan(1);
}

}  // namespace ficsearch::search
