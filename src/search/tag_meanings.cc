// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tag_meanings.h"

#include <xapian.h>

#include "store/terms.h"
#include "tags/resolution.h"

namespace ficsearch::search {

MeaningId TagMeanings::of(store::TagId tag) {
  const auto number = static_cast<std::uint32_t>(tag);
  if (const auto known = by_tag_.find(number); known != by_tag_.end()) return known->second;
  const MeaningId id = found(registry_.entry(tag));
  by_tag_.emplace(number, id);
  return id;
}

// Of a tag that can be several things nobody knows which: it is shown as what it is written.
MeaningId TagMeanings::found(const store::TagEntry& entry) {
  const auto join = registry_.join_of(entry.id);
  if (!join) {
    const auto ref = tags::concept_of(dictionary_, entry.facet, entry.fold);
    return ref ? of_concept(*ref) : of_spelling(entry.facet, entry.fold);
  }
  if (!join->sure) return of_spelling(entry.facet, entry.fold);
  const store::KeyedMeaning meaning = store::meaning_of_key(join->meanings.front());
  if (meaning.concept_id.empty()) return of_spelling(meaning.facet, meaning.fold);
  const auto ref = dictionary_.find(meaning.concept_id);
  return ref ? of_concept(*ref) : of_spelling(entry.facet, entry.fold);
}

MeaningId TagMeanings::of_spelling(Facet facet, std::string_view fold) {
  std::string id = std::string(to_string(facet)) + ":" + std::string(fold);
  if (const auto known = by_concept_.find({facet, id}); known != by_concept_.end())
    return known->second;
  return add({facet, std::move(id), label_of_spelling(facet, fold), std::nullopt});
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

std::string TagMeanings::label_of_spelling(Facet facet, std::string_view fold) const {
  const store::TagEntry* best = nullptr;
  Xapian::doccount most = 0;
  for (const store::TagEntry& entry : registry_.with_fold(fold)) {
    if (entry.facet != facet) continue;
    const Xapian::doccount works = database_.get_termfreq(store::terms::of_tag(entry));
    if (best != nullptr && works <= most) continue;  // of equals, the one seen first
    most = works;
    best = &entry;
  }
  return best != nullptr ? best->written : std::string(fold);
}

}  // namespace ficsearch::search
