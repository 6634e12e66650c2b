// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tag_meanings.h"

#include <xapian.h>

#include <limits>
#include <tuple>

#include "snapshot/tag_meaning.h"
#include "store/terms.h"

namespace ficsearch::search {

MeaningId TagMeanings::of(store::TagId tag) {
  if (table_ != nullptr) return static_cast<MeaningId>(table_->of(tag));
  const auto number = static_cast<std::uint32_t>(tag);
  if (const auto known = by_tag_.find(number); known != by_tag_.end()) return known->second;
  const snapshot::TagMeaning meaning =
      snapshot::meaning_of(registry_.entry(tag), registry_.join_of(tag), dictionary_);
  const MeaningId id =
      meaning.ref ? of_concept(*meaning.ref) : of_spelling(meaning.facet, meaning.fold);
  by_tag_.emplace(number, id);
  return id;
}

const Meaning& TagMeanings::from_table(MeaningId id) const {
  const auto number = static_cast<std::uint32_t>(id);
  const auto [shown, is_new] = shown_.try_emplace(number);
  if (is_new)
    shown->second = {table_->facet(number), table_->id(number),
                     table_->concept_of(number) ? table_->label(number) : std::string(),
                     table_->concept_of(number)};
  return shown->second;
}

MeaningId TagMeanings::of_spelling(Facet facet, std::string_view fold) {
  std::string id = std::string(to_string(facet)) + ":" + std::string(fold);
  if (const auto known = by_concept_.find({facet, id}); known != by_concept_.end())
    return known->second;
  return add({facet, std::move(id), {}, std::nullopt});
}

MeaningId TagMeanings::of_concept(tags::ConceptRef ref) {
  if (table_ != nullptr) return static_cast<MeaningId>(table_->of_concept(ref));
  const Concept& subject = dictionary_[ref];
  if (const auto known = by_concept_.find({subject.facet, subject.id}); known != by_concept_.end())
    return known->second;
  return add(
      {subject.facet, subject.id, std::string(snapshot::counted_label(ref, dictionary_)), ref});
}

const std::vector<MeaningId>& TagMeanings::counted_along(MeaningId id, FacetCounts counts) {
  const std::pair key{static_cast<std::uint32_t>(id), counts};
  if (const auto known = counted_along_.find(key); known != counted_along_.end())
    return known->second;
  std::vector<MeaningId> ids;
  if (const auto ref = (*this)[id].ref) {
    for (const tags::ConceptRef derived : dictionary_.derived(*ref))
      ids.push_back(of_concept(derived));
    if (counts == FacetCounts::closure)
      for (const tags::ConceptRef broader : dictionary_.with_broader(*ref))
        ids.push_back(of_concept(broader));
  }
  return counted_along_.emplace(key, std::move(ids)).first->second;
}

MeaningId TagMeanings::add(Meaning meaning) {
  const auto id = static_cast<MeaningId>(meanings_.size());
  by_concept_.emplace(std::pair{meaning.facet, meaning.concept_id}, id);
  meanings_.push_back(std::move(meaning));
  return id;
}

std::string TagMeanings::label_among(MeaningId id, const std::vector<store::TagId>& forms) const {
  const Meaning& meaning = (*this)[id];
  const std::string_view fold =
      std::string_view(meaning.concept_id).substr(meaning.concept_id.find(':') + 1);
  std::string label;
  using Rank = std::tuple<bool, Xapian::doccount, std::uint32_t>;
  std::optional<Rank> best;
  for (const store::TagId form : forms) {
    const store::TagEntry& entry = registry_.entry(form);
    const Xapian::doccount works = database_.get_termfreq(store::terms::of_tag(entry));
    const Rank rank{entry.facet != meaning.facet || entry.fold != fold,
                    std::numeric_limits<Xapian::doccount>::max() - works,
                    static_cast<std::uint32_t>(form)};
    if (best && *best < rank) continue;
    best = rank;
    label = entry.written;
  }
  return label;
}

}  // namespace ficsearch::search
