// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snapshot_facets.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <span>
#include <string>
#include <string_view>

#include "search/counted_forms.h"
#include "search/facet_cost.h"
#include "search/facet_list.h"
#include "search/most_borne.h"
#include "store/slots.h"

namespace ficsearch::search {

using store::TagId;

std::vector<FacetCount> SnapshotFacets::values(Facet facet, const FacetWorks& works) {
  const std::set<MeaningId> included = included_meanings(facet);
  std::vector<FacetCount> values = counted(facet, works, included);
  for (const MeaningId id : included)
    for (FacetCount& value : values)
      if (value.concept_id == meanings_[id].concept_id) value.state = FacetState::included;
  return facet_list(std::move(values), excluded_values(facet, works), request_.facet_limit);
}

std::vector<FacetCount> SnapshotFacets::counted(Facet facet, const FacetWorks& works,
                                                const std::set<MeaningId>& included) {
  if (resident_ == nullptr) return scanned_in_index(facet, works);
  const bool may_intersect =
      !is_derived(facet) && request_.facet_limit != 0 &&
      (way_ == FacetWay::intersect || (way_ == FacetWay::by_cost && scanned_works_ != &works));
  if (may_intersect)
    if (auto values = intersected(facet, works, included)) return *std::move(values);
  return scanned(facet, works, included);
}

// What the includes about a facet ask for: it is listed wherever it stands.
std::set<MeaningId> SnapshotFacets::included_meanings(Facet facet) {
  std::set<MeaningId> included;
  for (const query::Entry& entry : plan_.include) {
    if (entry.facet != facet) continue;
    for (const std::string& id : entry.concepts)
      if (const auto ref = selector_.dictionary().find(id))
        included.insert(meanings_.of_concept(*ref));
    if (!entry.concepts.empty()) continue;
    for (const TagId tag : selector_.select_below(entry.node, Side::include))
      included.insert(meanings_.of(tag));
  }
  return included;
}

void SnapshotFacets::scan(const FacetWorks& works) {
  using Along = MeaningCounter::Along;
  Along along = Along::nothing;
  if (std::any_of(request_.facets.begin(), request_.facets.end(), is_derived))
    along = Along::derived;
  if (request_.facet_counts == FacetCounts::closure) along = Along::derived_and_broader;
  counter_.count(works.matching, *resident_,
                 store::counted_places(request_.spoilers, request_.part_scope), along,
                 sets_.deadline());
  std::array<bool, kAllFacets.size()> is_asked{};
  for (const Facet facet : request_.facets) is_asked[static_cast<std::size_t>(facet)] = true;
  for (std::vector<Counted>& values : scanned_) values.clear();
  for (const std::uint32_t meaning : counter_.borne()) {
    const auto facet = static_cast<std::size_t>(resident_->meanings.facet(meaning));
    if (is_asked[facet]) scanned_[facet].push_back({counter_.of(meaning), meaning});
  }
  scanned_works_ = &works;
}

std::vector<FacetCount> SnapshotFacets::scanned(Facet facet, const FacetWorks& works,
                                                const std::set<MeaningId>& included) {
  if (scanned_works_ != &works) scan(works);
  std::vector<Counted> values = scanned_[static_cast<std::size_t>(facet)];
  // Only what is listed is turned into text.
  if (request_.facet_limit != 0 && values.size() > request_.facet_limit) {
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(request_.facet_limit);
    put_first(values, first, works);
    values.erase(std::remove_if(first, values.end(),
                                [&](const Counted& value) {
                                  return !included.contains(static_cast<MeaningId>(value.meaning));
                                }),
                 values.end());
  }
  return shown(values, works);
}

// Puts before `middle` what is listed first: by count, ties by label, then by id. Counts settle
// nearly all, and labels are dearer to compare, so they are looked at only where counts are equal.
void SnapshotFacets::put_first(std::vector<Counted>& values, std::vector<Counted>::iterator middle,
                               const FacetWorks& works) {
  const snapshot::MeaningTable& table = resident_->meanings;
  std::nth_element(values.begin(), middle, values.end(),
                   [](const Counted& a, const Counted& b) { return a.count > b.count; });
  const std::uint64_t least = middle->count;
  const auto ties = std::partition(values.begin(), middle,
                                   [&](const Counted& value) { return value.count > least; });
  const auto ties_end = std::partition(middle, values.end(),
                                       [&](const Counted& value) { return value.count == least; });
  std::vector<std::pair<std::string, Counted>> labelled;
  for (auto tie = ties; tie != ties_end; ++tie)
    labelled.emplace_back(labels_->label(tie->meaning, tie->count, works.matching), *tie);
  std::nth_element(labelled.begin(), labelled.begin() + (middle - ties), labelled.end(),
                   [&](const auto& a, const auto& b) {
                     if (a.first != b.first) return a.first < b.first;
                     return table.id(a.second.meaning) < table.id(b.second.meaning);
                   });
  std::transform(labelled.begin(), labelled.end(), ties,
                 [](const auto& each) { return each.second; });
}

std::vector<FacetCount> SnapshotFacets::shown(const std::vector<Counted>& values,
                                              const FacetWorks& works) {
  const snapshot::MeaningTable& table = resident_->meanings;
  std::vector<FacetCount> shown;
  shown.reserve(values.size());
  for (const Counted& value : values)
    shown.push_back({table.id(value.meaning),
                     labels_->label(value.meaning, value.count, works.matching), value.count,
                     FacetState::none});
  return shown;
}

std::vector<FacetCount> SnapshotFacets::scanned_in_index(Facet facet, const FacetWorks& works) {
  if (scanned_works_ != &works) {
    index_counter_ = std::make_unique<FacetCounter>(
        meanings_, store::counted_places(request_.spoilers, request_.part_scope),
        request_.facet_counts);
    index_counter_->count_each(works.matching, reader_.database(), sets_.deadline());
    scanned_works_ = &works;
  }
  std::vector<FacetCount> values;
  for (const auto& [id, count] : index_counter_->counts(facet))
    values.push_back(
        {meanings_[id].concept_id, index_counter_->label(id), count, FacetState::none});
  return values;
}

// nullopt: a scan is cheaper.
std::optional<std::vector<FacetCount>> SnapshotFacets::intersected(
    Facet facet, const FacetWorks& works, const std::set<MeaningId>& included) {
  const snapshot::MeaningTable& table = resident_->meanings;
  // All facets share the scan that is saved.
  double left_to_spend = cost_of_scan(works.count) /
                         static_cast<double>(std::max<std::size_t>(request_.facets.size(), 1));
  const bool is_bound = way_ == FacetWay::by_cost;
  const auto count_of = [&](std::uint32_t meaning) {
    const std::vector<TagId> tags =
        counted_forms(static_cast<MeaningId>(meaning), request_.facet_counts, table);
    for (const TagId tag : tags) left_to_spend -= cost_of_list(resident_->postings, tag);
    return sets_.count_tags(works.matching, tags, Side::include);
  };
  std::vector<Counted> values;
  // The facet_limit best counts, the least of them on top.
  std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> best;
  for (MostBorne meanings(facet, request_.facet_counts, table); !meanings.is_done();) {
    sets_.deadline().check();
    const bool is_full = best.size() == request_.facet_limit;
    // Of an equal count the label may still come first.
    if (is_full && meanings.at_most() < best.top()) break;
    const std::uint32_t meaning = meanings.take();
    if (is_bound && left_to_spend <= 0) return std::nullopt;
    const std::uint64_t count = count_of(meaning);
    if (count == 0 || (is_full && count < best.top())) continue;
    values.push_back({count, meaning});
    best.push(count);
    if (best.size() > request_.facet_limit) best.pop();
  }
  for (const MeaningId id : included) {
    const auto meaning = static_cast<std::uint32_t>(id);
    const bool is_there = std::any_of(values.begin(), values.end(), [&](const Counted& value) {
      return value.meaning == meaning;
    });
    if (is_there || table.facet(meaning) != facet) continue;
    if (const std::uint64_t count = count_of(meaning); count != 0)
      values.push_back({count, meaning});
  }
  return shown(values, works);
}

// What was excluded stays listed, with the count that it would have if this one entry were lifted.
// The most borne are counted first, until none that is left can be among those that are listed.
std::vector<FacetCount> SnapshotFacets::excluded_values(Facet facet, const FacetWorks& works) {
  struct Candidate {
    std::uint64_t at_most;
    std::size_t entry;
    MeaningId id;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < plan_.exclude.size(); ++i) {
    if (plan_.exclude[i].facet != facet) continue;
    if (const auto id = exclusion_.value_of(i))
      candidates.push_back({exclusion_.count_at_most(i), i, *id});
  }
  // The first entry of each.
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.id < b.id; });
  candidates.erase(std::unique(candidates.begin(), candidates.end(),
                               [](const Candidate& a, const Candidate& b) { return a.id == b.id; }),
                   candidates.end());
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.at_most > b.at_most; });
  std::vector<FacetCount> values;
  std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> best;
  for (const Candidate& candidate : candidates) {
    sets_.deadline().check();
    const bool is_full = request_.facet_limit != 0 && best.size() == request_.facet_limit;
    if (is_full && candidate.at_most < best.top()) break;
    const std::uint64_t count = exclusion_.count_without(candidate.entry, works);
    if (is_full && count < best.top()) continue;
    const Meaning& meaning = meanings_[candidate.id];
    values.push_back({meaning.concept_id, label_of_excluded(meaning), count, FacetState::excluded});
    best.push(count);
    if (request_.facet_limit != 0 && best.size() > request_.facet_limit) best.pop();
  }
  return values;
}

}  // namespace ficsearch::search
