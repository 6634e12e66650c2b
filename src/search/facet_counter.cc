// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/facet_counter.h"

namespace ficsearch::search {

void FacetCounter::operator()(const Xapian::Document& document, double) {
  count(document.get_value(static_cast<Xapian::valueno>(store::Slot::tags)));
}

void FacetCounter::count(std::string_view tag_value) {
  ++work_;
  store::decode_tags(tag_value, tags_);
  for (const store::PlacedTag& placed : tags_) {
    if ((placed.places & counted_places_) == 0) continue;
    const MeaningId id = meanings_.of(placed.tag);
    note_form(id, placed.tag);
    count_once(id);
    for (const MeaningId along : meanings_.counted_along(id, counts_as_)) count_once(along);
  }
}

void FacetCounter::count_each(const snapshot::DocBits& works, const Xapian::Database& database,
                              const Deadline& deadline) {
  PacedDeadline paced(deadline);
  const auto slot = static_cast<Xapian::valueno>(store::Slot::tags);
  Xapian::ValueIterator value = database.valuestream_begin(slot);
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (std::uint32_t work = works.next_from(1); work < works.limit() && value != end;
       work = works.next_from(work + 1)) {
    paced.step();
    value.skip_to(work);
    if (value != end && value.get_docid() == work) count(*value);
  }
}

std::vector<std::pair<MeaningId, std::uint64_t>> FacetCounter::counts(Facet facet) const {
  std::vector<std::pair<MeaningId, std::uint64_t>> found;
  for (std::size_t i = 0; i < counts_.size(); ++i)
    if (counts_[i] != 0 && meanings_[static_cast<MeaningId>(i)].facet == facet)
      found.emplace_back(static_cast<MeaningId>(i), counts_[i]);
  return found;
}

std::string FacetCounter::label(MeaningId id) const {
  const auto forms = forms_.find(static_cast<std::uint32_t>(id));
  return forms == forms_.end() ? meanings_[id].label : meanings_.label_among(id, forms->second);
}

void FacetCounter::note_form(MeaningId id, store::TagId tag) {
  const auto number = static_cast<std::size_t>(tag);
  if (number >= seen_.size()) seen_.resize(number + 1);
  if (seen_[number]) return;
  seen_[number] = true;
  if (!meanings_[id].ref) forms_[static_cast<std::uint32_t>(id)].push_back(tag);
}

void FacetCounter::count_once(MeaningId id) {
  const auto place = static_cast<std::size_t>(id);
  if (place >= counts_.size()) {
    counts_.resize(meanings_.size());
    last_work_.resize(meanings_.size());
  }
  if (last_work_[place] == work_) return;
  last_work_[place] = work_;
  ++counts_[place];
}

}  // namespace ficsearch::search
