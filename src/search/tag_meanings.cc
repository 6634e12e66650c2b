// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tag_meanings.h"

#include <xapian.h>

#include "store/terms.h"
#include "tags/resolution.h"

namespace ficsearch::search {

MeaningId TagMeanings::of(store::TagId tag) {
  const auto number = static_cast<std::uint32_t>(tag);
  if (const auto known = by_tag_.find(number); known != by_tag_.end()) return known->second;
  const store::TagEntry& entry = registry_.entry(tag);
  MeaningId id{};
  if (const auto ref = tags::concept_of(dictionary_, entry.facet, entry.fold)) {
    id = of_concept(*ref);
  } else {
    std::string concept_id = std::string(to_string(entry.facet)) + ":" + entry.fold;
    if (const auto known = by_concept_.find({entry.facet, concept_id}); known != by_concept_.end())
      id = known->second;
    else
      id = add({entry.facet, std::move(concept_id), label_of_spelling(entry), std::nullopt});
  }
  by_tag_.emplace(number, id);
  return id;
}

MeaningId TagMeanings::of_concept(tags::ConceptRef ref) {
  const Concept& subject = dictionary_[ref];
  if (const auto known = by_concept_.find({subject.facet, subject.id}); known != by_concept_.end())
    return known->second;
  return add({subject.facet, subject.id, subject.label(), ref});
}

const std::vector<MeaningId>& TagMeanings::derived(MeaningId id) {
  const auto place = static_cast<std::size_t>(id);
  if (derived_.size() <= place) derived_.resize(meanings_.size());
  if (!derived_[place]) {
    std::vector<MeaningId> ids;
    if (const auto ref = meanings_[place].ref)
      for (const tags::ConceptRef derived : dictionary_.derived(*ref))
        ids.push_back(of_concept(derived));
    derived_.resize(meanings_.size());
    derived_[place] = std::move(ids);
  }
  return *derived_[place];
}

MeaningId TagMeanings::add(Meaning meaning) {
  const auto id = static_cast<MeaningId>(meanings_.size());
  by_concept_.emplace(std::pair{meaning.facet, meaning.concept_id}, id);
  meanings_.push_back(std::move(meaning));
  return id;
}

std::string TagMeanings::label_of_spelling(const store::TagEntry& entry) const {
  const store::TagEntry* best = &entry;
  Xapian::doccount most = 0;
  for (const store::TagEntry& other : registry_.with_fold(entry.fold)) {
    if (other.facet != entry.facet) continue;
    const Xapian::doccount works = database_.get_termfreq(store::terms::of_tag(other.id));
    if (works <= most) continue;  // of equals, the one seen first
    most = works;
    best = &other;
  }
  return best->written;
}

}  // namespace ficsearch::search
