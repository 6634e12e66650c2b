// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tag_counts.h"

#include <algorithm>
#include <utility>

#include "store/xapian_guard.h"

namespace ficsearch::search {

TagCounter::TagCounter(const query::Plan& plan, const SearchRequest& request,
                       const PlainSources& sources)
    : reader_(sources.reader),
      deadline_(sources.deadline),
      dictionary_(sources.mentions.dictionary()),
      selector_(dictionary_, reader_.registry()),
      query_(reader_, selector_, sources.mentions, sources.tokenizer, deadline_, request),
      works_(store::guarded(reader_.directory(), [&] { return query_.whole(plan, {}); })) {}

TagCounts TagCounter::of_concept(tags::ConceptRef ref) {
  return store::guarded(reader_.directory(), [&] {
    const Facet facet = dictionary_[ref].facet;
    query::TagSet below{facet, {}, {}};
    for (const tags::ConceptRef narrower : dictionary_.with_narrower(ref))
      below.concepts.push_back(dictionary_[narrower].id);
    const std::vector<store::TagId> own =
        selector_.select(query::TagSet{facet, {dictionary_[ref].id}, {}}, Side::include);
    return TagCounts{works_bearing(own, Side::include),
                     works_bearing(selector_.select(below, Side::exclude), Side::exclude),
                     written_forms(own)};
  });
}

TagCounts TagCounter::of_spelling(std::string_view fold_key, std::optional<Facet> facet) {
  return store::guarded(reader_.directory(), [&] {
    std::vector<store::TagId> tags;
    for (const store::TagEntry& entry : reader_.registry().with_fold(fold_key))
      if (!facet || entry.facet == *facet) tags.push_back(entry.id);
    return TagCounts{works_bearing(tags, Side::include), works_bearing(tags, Side::exclude),
                     written_forms(tags)};
  });
}

std::uint64_t TagCounter::works_bearing(const std::vector<store::TagId>& tags, Side side) {
  deadline_.check();
  const Xapian::Database& database = reader_.database();
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query_.of_tags(tags, side), works_));
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_lower_bound();
}

std::vector<std::string> TagCounter::written_forms(const std::vector<store::TagId>& tags) {
  std::vector<std::pair<std::uint64_t, std::string>> forms;
  for (const store::TagId tag : tags)
    if (const std::uint64_t works = works_bearing({tag}, Side::include); works != 0)
      forms.emplace_back(works, reader_.registry().entry(tag).written);
  std::sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> written;
  for (auto& [works, form] : forms)
    if (std::find(written.begin(), written.end(), form) == written.end())
      written.push_back(std::move(form));
  return written;
}

}  // namespace ficsearch::search
