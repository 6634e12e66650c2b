// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tag_counts.h"

#include <xapian.h>

#include <algorithm>

#include "query/plan.h"
#include "search/facet_counter.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "store/xapian_guard.h"

namespace ficsearch::search {
namespace {

constexpr std::uint8_t kAllPlaces = 15;

std::uint64_t works_bearing(const store::Reader& reader, const std::vector<store::TagId>& tags) {
  const Xapian::Database& database = reader.database();
  std::vector<Xapian::Query> bearing;
  for (const store::TagId tag : tags)
    bearing.emplace_back(store::terms::of_tag(reader.registry().entry(tag)));
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, bearing.begin(), bearing.end()));
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_lower_bound();
}

std::vector<std::string> written_forms(const store::Reader& reader,
                                       const std::vector<store::TagId>& tags) {
  std::vector<std::pair<Xapian::doccount, std::string>> forms;
  for (const store::TagId tag : tags) {
    const store::TagEntry& entry = reader.registry().entry(tag);
    forms.emplace_back(reader.database().get_termfreq(store::terms::of_tag(entry)), entry.written);
  }
  std::sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> written;
  for (auto& [works, form] : forms)
    if (works != 0 && std::find(written.begin(), written.end(), form) == written.end())
      written.push_back(std::move(form));
  return written;
}

}  // namespace

TagCounts count_concept(const store::Reader& reader, const tags::Dictionary& dictionary,
                        tags::ConceptRef ref) {
  return store::guarded(reader.directory(), [&] {
    const TagSelector selector(dictionary, reader.registry());
    const Facet facet = dictionary[ref].facet;
    query::TagSet below{facet, {}, {}};
    for (const tags::ConceptRef narrower : dictionary.with_narrower(ref))
      below.concepts.push_back(dictionary[narrower].id);
    const std::vector<store::TagId> own =
        selector.select(query::TagSet{facet, {dictionary[ref].id}, {}}, Side::include);
    return TagCounts{works_bearing(reader, own),
                     works_bearing(reader, selector.select(below, Side::exclude)),
                     written_forms(reader, own)};
  });
}

TagCounts count_spelling(const store::Reader& reader, std::string_view fold_key,
                         std::optional<Facet> facet) {
  return store::guarded(reader.directory(), [&] {
    std::vector<store::TagId> tags;
    for (const store::TagEntry& entry : reader.registry().with_fold(fold_key))
      if (!facet || entry.facet == *facet) tags.push_back(entry.id);
    const std::uint64_t works = works_bearing(reader, tags);
    return TagCounts{works, works, written_forms(reader, tags)};
  });
}

std::vector<TagSummary> count_all(const store::Reader& reader, const tags::Dictionary& dictionary) {
  reader.require_one_index("the tags of all works");
  return store::guarded(reader.directory(), [&] {
    TagMeanings meanings(reader.database(), dictionary, reader.registry());
    FacetCounter counter(meanings, kAllPlaces);
    Xapian::Enquire enquire(reader.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(std::string()));
    enquire.add_matchspy(&counter);
    enquire.get_mset(0, 0, reader.database().get_doccount());
    std::vector<TagSummary> summaries;
    for (const Facet facet : kAllFacets)
      for (const auto& [id, count] : counter.counts(facet))
        summaries.push_back({meanings[id].concept_id, facet, meanings[id].label, count});
    return summaries;
  });
}

}  // namespace ficsearch::search
