// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/tag_meaning.h"

#include "ficsearch/work.h"
#include "tags/resolution.h"

namespace ficsearch::snapshot {

TagMeaning meaning_of(const store::TagEntry& entry, const std::optional<store::TagJoin>& join,
                      const tags::Dictionary& dictionary) {
  const TagMeaning as_written{std::nullopt, entry.facet, entry.fold};
  if (!join) {
    const auto ref = tags::concept_of(dictionary, entry.facet, entry.fold);
    return ref ? TagMeaning{ref, Facet::freeform, {}} : as_written;
  }
  if (!join->sure) return as_written;
  store::KeyedMeaning meaning = store::meaning_of_key(join->meanings.front());
  if (meaning.concept_id.empty()) return {std::nullopt, meaning.facet, std::move(meaning.fold)};
  const auto ref = dictionary.find(meaning.concept_id);
  return ref ? TagMeaning{ref, Facet::freeform, {}} : as_written;
}

std::string_view counted_label(tags::ConceptRef ref, const tags::Dictionary& dictionary) {
  const Concept& subject = dictionary[ref];
  if (subject.facet == Facet::rating)
    for (const Rating rating :
         {Rating::unrated, Rating::general, Rating::teen, Rating::mature, Rating::explicit_})
      if (tags::concept_of(dictionary, Facet::rating, to_string(rating)) == ref)
        return to_string(rating);
  return subject.label();
}

}  // namespace ficsearch::snapshot
