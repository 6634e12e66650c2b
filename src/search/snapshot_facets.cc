// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snapshot_facets.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <string_view>

#include "search/facet_list.h"
#include "store/slots.h"

namespace ficsearch::search {
namespace {

using snapshot::DocBits;
using store::TagId;

// From this share of all works on, intersecting is faster than scanning (bench/, facets).
constexpr std::uint64_t kLargeShare = 8;

bool is_derived(Facet facet) {
  return facet == Facet::advisory || facet == Facet::perspective || facet == Facet::medium;
}

// Puts before `middle` what is listed first: by count, ties by label, then by id. Counts settle
// nearly all, and labels are dearer to compare, so they are looked at only where counts are equal.
template <typename CountOf>
void put_first(std::vector<std::uint32_t>& meanings, std::vector<std::uint32_t>::iterator middle,
               CountOf count_of, const snapshot::MeaningTable& table) {
  std::nth_element(meanings.begin(), middle, meanings.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return count_of(a) > count_of(b); });
  const std::uint64_t least = count_of(*middle);
  const auto ties = std::partition(
      meanings.begin(), middle, [&](std::uint32_t meaning) { return count_of(meaning) > least; });
  const auto ties_end = std::partition(
      middle, meanings.end(), [&](std::uint32_t meaning) { return count_of(meaning) == least; });
  std::nth_element(ties, middle, ties_end, [&](std::uint32_t a, std::uint32_t b) {
    if (table.label(a) != table.label(b)) return table.label(a) < table.label(b);
    return table.id(a) < table.id(b);
  });
}

}  // namespace

SnapshotFacets::Coverage SnapshotFacets::coverage(const ExcludedTags& excluded) {
  Coverage coverage{snapshot_.no_works(), snapshot_.no_works()};
  for (std::size_t i = 0; i < plan_.exclude.size(); ++i)
    sets_.add_counting(coverage.covered, coverage.covered_twice, plan_.exclude[i].node,
                       excluded[i]);
  return coverage;
}

std::vector<FacetCount> SnapshotFacets::values(Facet facet, const Works& works,
                                               const ExcludedTags& excluded,
                                               const Coverage& coverage) {
  const std::set<MeaningId> included = included_meanings(facet);
  const bool can_intersect =
      snapshot_.resident() != nullptr && !is_derived(facet) && request_.facet_limit != 0;
  const bool intersect =
      can_intersect && (way_ == Way::intersect || (way_ == Way::by_size && is_large(works)));
  std::vector<FacetCount> values = snapshot_.resident() == nullptr ? scanned_in_index(facet, works)
                                   : intersect ? intersected(facet, works, included)
                                               : scanned(facet, works, included);
  for (const MeaningId id : included)
    for (FacetCount& value : values)
      if (value.concept_id == meanings_[id].concept_id) value.state = FacetState::included;
  return facet_list(std::move(values), excluded_values(facet, works, excluded, coverage),
                    request_.facet_limit);
}

bool SnapshotFacets::is_large(const Works& works) const {
  return works.count > snapshot_.limit() / kLargeShare;
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

std::vector<FacetCount> SnapshotFacets::scanned(Facet facet, const Works& works,
                                                const std::set<MeaningId>& included) {
  const auto& resident = *snapshot_.resident();
  if (scanned_works_ != &works) {
    counter_.count(works.matching, resident,
                   store::counted_places(request_.spoilers, request_.part_scope),
                   std::any_of(request_.facets.begin(), request_.facets.end(), is_derived));
    scanned_works_ = &works;
  }
  const snapshot::MeaningTable& table = resident.meanings;
  std::vector<std::uint32_t> borne;
  for (const std::uint32_t meaning : counter_.borne())
    if (table.facet(meaning) == facet) borne.push_back(meaning);
  // Only what is listed is turned into text.
  if (request_.facet_limit != 0 && borne.size() > request_.facet_limit) {
    const auto first = borne.begin() + static_cast<std::ptrdiff_t>(request_.facet_limit);
    put_first(
        borne, first, [&](std::uint32_t meaning) { return counter_.of(meaning); }, table);
    borne.erase(std::remove_if(first, borne.end(),
                               [&](std::uint32_t meaning) {
                                 return !included.contains(static_cast<MeaningId>(meaning));
                               }),
                borne.end());
  }
  std::vector<FacetCount> values;
  for (const std::uint32_t meaning : borne)
    values.push_back({table.id(meaning), std::string(table.label(meaning)), counter_.of(meaning),
                      FacetState::none});
  return values;
}

std::vector<FacetCount> SnapshotFacets::scanned_in_index(Facet facet, const Works& works) {
  if (scanned_works_ != &works) {
    index_counter_ = std::make_unique<FacetCounter>(
        meanings_, store::counted_places(request_.spoilers, request_.part_scope));
    index_counter_->count_each(works.matching, reader_.database());
    scanned_works_ = &works;
  }
  std::vector<FacetCount> values;
  for (const auto& [id, count] : index_counter_->counts(facet))
    values.push_back({meanings_[id].concept_id, meanings_[id].label, count, FacetState::none});
  return values;
}

std::vector<FacetCount> SnapshotFacets::intersected(Facet facet, const Works& works,
                                                    const std::set<MeaningId>& included) {
  const snapshot::MeaningTable& table = snapshot_.resident()->meanings;
  const auto count_of = [&](std::uint32_t meaning) {
    const std::span<const TagId> tags = table.tags_of(meaning);
    return sets_.count_tags(works.matching, {tags.begin(), tags.end()}, Side::include);
  };
  std::vector<FacetCount> values;
  std::set<MeaningId> left = included;
  const auto list = [&](std::uint32_t meaning, std::uint64_t count) {
    if (count == 0) return;
    values.push_back(
        {table.id(meaning), std::string(table.label(meaning)), count, FacetState::none});
    left.erase(static_cast<MeaningId>(meaning));
  };
  // The facet_limit best counts, the least of them on top.
  std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> best;
  for (const std::uint32_t meaning : table.of_facet(facet)) {
    const bool is_full = best.size() == request_.facet_limit;
    // Of an equal count the label may still come first.
    if (is_full && table.works_at_most(meaning) < best.top()) break;
    const std::uint64_t count = count_of(meaning);
    if (is_full && count < best.top()) continue;
    list(meaning, count);
    best.push(count);
    if (best.size() > request_.facet_limit) best.pop();
  }
  for (const MeaningId id : std::set<MeaningId>(left))
    if (const auto meaning = static_cast<std::uint32_t>(id); table.facet(meaning) == facet)
      list(meaning, count_of(meaning));
  return values;
}

// What was excluded stays listed, with the count that it would have if this one entry were lifted:
// of the works that it alone covers.
std::vector<FacetCount> SnapshotFacets::excluded_values(Facet facet, const Works& works,
                                                        const ExcludedTags& excluded,
                                                        const Coverage& coverage) {
  std::vector<FacetCount> values;
  std::set<MeaningId> seen;
  std::optional<DocBits> covered_once;
  for (std::size_t i = 0; i < plan_.exclude.size(); ++i) {
    const query::Entry& entry = plan_.exclude[i];
    if (entry.facet != facet || entry.concepts.size() > 1) continue;
    const auto ref =
        entry.concepts.empty() ? std::nullopt : selector_.dictionary().find(entry.concepts.front());
    if (!ref && excluded[i].empty()) continue;
    const MeaningId id = ref ? meanings_.of_concept(*ref) : meanings_.of(excluded[i].front());
    const Meaning& meaning = meanings_[id];
    if (meaning.facet != facet || !seen.insert(id).second) continue;
    if (!covered_once) {
      covered_once = works.positive;
      covered_once->intersect(coverage.covered);
      covered_once->subtract(coverage.covered_twice);
    }
    values.push_back({meaning.concept_id, meaning.label,
                      sets_.count_of(entry.node, *covered_once, Side::include),
                      FacetState::excluded});
  }
  return values;
}

}  // namespace ficsearch::search
