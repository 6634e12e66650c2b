// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/borne_tags.h"

#include <xapian.h>

#include <utility>

#include "search/applied.h"
#include "search/facet_counter.h"
#include "search/matching_works.h"
#include "search/set_query.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "snapshot/doc_bits.h"
#include "store/slots.h"
#include "store/xapian_guard.h"

namespace ficsearch::search {
namespace {

BorneTag tag_of(const Meaning& meaning, std::string label, std::uint64_t works,
                const store::TagRegistry& registry) {
  BorneTag tag{meaning.facet, meaning.concept_id, std::move(label), meaning.ref, "", {}, works};
  if (tag.ref) return tag;
  tag.fold = tag.concept_id.substr(tag.concept_id.find(':') + 1);
  for (const store::TagRef& entry : registry.refs_with_fold(tag.fold)) {
    if (entry.facet != tag.facet) continue;
    const std::vector<std::string> sounds = registry.sounds_of(entry.id);
    tag.sounds.insert(tag.sounds.end(), sounds.begin(), sounds.end());
  }
  return tag;
}

std::vector<BorneTag> counted(const FacetCounter& counter, const TagMeanings& meanings,
                              const store::TagRegistry& registry, const Deadline& deadline) {
  std::vector<BorneTag> tags;
  PacedDeadline paced(deadline);
  for (const Facet facet : kAllFacets)
    for (const auto& [id, works] : counter.counts(facet)) {
      paced.step();
      tags.push_back(tag_of(meanings[id], counter.label(id), works, registry));
    }
  return tags;
}

}  // namespace

std::vector<BorneTag> borne_tags(const query::Plan& plan, const SearchRequest& request,
                                 const SearchSources& sources) {
  const store::Reader& reader = sources.reader;
  return store::guarded(reader.directory(), [&] {
    const tags::Dictionary& dictionary = sources.mentions.dictionary();
    const TagSelector selector(dictionary, reader.registry());
    SetQuery sets(
        {reader, sources.snapshot, selector, sources.mentions, sources.tokenizer, sources.deadline},
        request);
    MatchingWorks works(plan, request, sources.snapshot, sets);
    snapshot::DocBits matching = works.positive(std::nullopt);
    matching.subtract(works.excluded(tags_of_excludes(plan, selector, sources.exclude_lists)));
    TagMeanings meanings(reader.database(), dictionary, reader.registry());
    FacetCounter counter(meanings, store::counted_places(request.spoilers, request.part_scope),
                         FacetCounts::direct);
    counter.count_each(matching, reader.database(), sources.deadline);
    return counted(counter, meanings, reader.registry(), sources.deadline);
  });
}

std::vector<BorneTag> all_tags(const store::Reader& reader, const tags::Dictionary& dictionary) {
  reader.require_one_index("the tags of all works");
  return store::guarded(reader.directory(), [&] {
    TagMeanings meanings(reader.database(), dictionary, reader.registry());
    FacetCounter counter(meanings, store::counted_places(Spoilers::all, PartScope::any),
                         FacetCounts::direct);
    snapshot::DocBits all(reader.database().get_lastdocid() + 1);
    all.insert_all();
    counter.count_each(all, reader.database(), Deadline());
    return counted(counter, meanings, reader.registry(), Deadline());
  });
}

}  // namespace ficsearch::search
