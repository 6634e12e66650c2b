// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/borne_tags.h"

#include <xapian.h>

#include "search/facet_counter.h"
#include "search/plain_query.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "store/slots.h"
#include "store/xapian_guard.h"

namespace ficsearch::search {
namespace {

BorneTag tag_of(const Meaning& meaning, std::uint64_t works, const store::TagRegistry& registry) {
  BorneTag tag{meaning.facet, meaning.concept_id, meaning.label, meaning.ref, "", {}, works};
  if (tag.ref) return tag;
  tag.fold = tag.concept_id.substr(tag.concept_id.find(':') + 1);
  for (const store::TagEntry& entry : registry.with_fold(tag.fold))
    if (entry.facet == tag.facet)
      tag.sounds.insert(tag.sounds.end(), entry.sounds.begin(), entry.sounds.end());
  return tag;
}

std::vector<BorneTag> counted(const Xapian::Query& query, std::uint8_t counted_places,
                              const store::Reader& reader, const tags::Dictionary& dictionary) {
  TagMeanings meanings(reader.database(), dictionary, reader.registry());
  FacetCounter counter(meanings, counted_places);
  Xapian::Enquire enquire(reader.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  enquire.add_matchspy(&counter);
  enquire.get_mset(0, 0, reader.database().get_doccount());

  std::vector<BorneTag> tags;
  for (const Facet facet : kAllFacets)
    for (const auto& [id, works] : counter.counts(facet))
      tags.push_back(tag_of(meanings[id], works, reader.registry()));
  return tags;
}

}  // namespace

std::vector<BorneTag> borne_tags(const query::Plan& plan, const SearchRequest& request,
                                 const store::Reader& reader, const tags::MentionFinder& mentions,
                                 text::Tokenizer& tokenizer) {
  return store::guarded(reader.directory(), [&] {
    const tags::Dictionary& dictionary = mentions.dictionary();
    const TagSelector selector(dictionary, reader.registry());
    PlainQuery query(reader, selector, mentions, tokenizer, request);
    return counted(query.whole(plan, {}),
                   store::counted_places(request.spoilers, request.part_scope), reader, dictionary);
  });
}

std::vector<BorneTag> all_tags(const store::Reader& reader, const tags::Dictionary& dictionary) {
  return store::guarded(reader.directory(), [&] {
    return counted(Xapian::Query(std::string()),
                   store::counted_places(Spoilers::all, PartScope::any), reader, dictionary);
  });
}

}  // namespace ficsearch::search
