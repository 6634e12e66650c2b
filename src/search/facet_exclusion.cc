// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/facet_exclusion.h"

#include <algorithm>

#include "search/counted_forms.h"
#include "search/facet_cost.h"
#include "store/slots.h"

namespace ficsearch::search {

void FacetExclusion::exclude(FacetWorks& works) {
  if (scan_pays(works)) {
    prepare_scan();
    scan_.run(works, store::counted_places(Spoilers::all, request_.part_scope),
              store::counted_places(request_.spoilers, request_.part_scope),
              others_ ? &*others_ : nullptr, sets_.deadline());
    return;
  }
  prepare_lists();
  works.matching = works.positive;
  works.matching.subtract(lists_->covered);
  works.count = works.matching.count();
  works.covered_once = works.positive;
  works.covered_once->intersect(lists_->covered);
  works.covered_once->subtract(lists_->covered_twice);
}

bool FacetExclusion::scan_pays(const FacetWorks& works) const {
  if (resident_ == nullptr || way_ == FacetWay::intersect) return false;
  if (way_ == FacetWay::scan) return true;
  if (lists_) return false;
  double lists = 0;
  for (const std::vector<store::TagId>& tags : tags_)
    for (const store::TagId tag : tags) lists += cost_of_list(resident_->postings, tag);
  // Each is added up, and most are looked at once more for the counts of excluded values.
  return cost_of_scan(works.positive.count()) < 2 * lists;
}

void FacetExclusion::prepare_scan() {
  if (is_scan_ready_) return;
  scan_.begin(*resident_, tags_.size());
  is_scanned_.assign(tags_.size(), false);
  PacedDeadline paced(sets_.deadline());
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    paced.step();
    const query::PlanNode& node = plan_.exclude[i].node;
    const std::optional<Value>& listed = value(i);
    is_scanned_[i] = is_of_tags(node) && (!listed || listed->is_covered);
    if (is_scanned_[i]) {
      scan_.add(i, tags_[i], listed ? listed->forms : std::vector<store::TagId>());
      continue;
    }
    if (!others_) others_.emplace(snapshot_.no_works(), snapshot_.no_works());
    sets_.add_counting(others_->covered, others_->covered_twice, node, tags_[i]);
  }
  is_scan_ready_ = true;
}

void FacetExclusion::prepare_lists() {
  if (lists_) return;
  lists_.emplace(snapshot_.no_works(), snapshot_.no_works());
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    sets_.deadline().check();
    sets_.add_counting(lists_->covered, lists_->covered_twice, plan_.exclude[i].node, tags_[i]);
  }
}

std::optional<MeaningId> FacetExclusion::value_of(std::size_t entry) {
  const std::optional<Value>& listed = value(entry);
  return listed ? std::optional(listed->id) : std::nullopt;
}

const std::optional<FacetExclusion::Value>& FacetExclusion::value(std::size_t entry) {
  values_.resize(tags_.size());
  if (!values_[entry]) values_[entry] = find_value(entry);
  return *values_[entry];
}

std::optional<FacetExclusion::Value> FacetExclusion::find_value(std::size_t entry) const {
  const query::Entry& exclude = plan_.exclude[entry];
  if (!exclude.facet || exclude.concepts.size() > 1) return std::nullopt;
  const auto ref = exclude.concepts.empty() ? std::nullopt
                                            : selector_.dictionary().find(exclude.concepts.front());
  const std::vector<store::TagId>& tags = tags_[entry];
  if (!ref && tags.empty()) return std::nullopt;
  const MeaningId id = ref ? meanings_.of_concept(*ref) : meanings_.of(tags.front());
  if (meanings_.facet(id) != *exclude.facet) return std::nullopt;
  Value value{id,
              resident_ != nullptr ? counted_forms(id, request_.facet_counts, resident_->meanings)
                                   : counted_forms(id, request_.facet_counts, meanings_, selector_),
              false};
  value.is_covered =
      std::includes(tags.begin(), tags.end(), value.forms.begin(), value.forms.end());
  return value;
}

// Whoever bears a form that the entry covers is covered by it; a value may have other forms.
std::uint64_t FacetExclusion::count_without(std::size_t entry, const FacetWorks& works) {
  if (!works.alone.empty() && is_scanned_[entry]) return works.alone[entry];
  const Value& listed = *value(entry);
  if (listed.is_covered) return sets_.count_tags(*works.covered_once, listed.forms, Side::include);
  snapshot::DocBits left = sets_.set_of(plan_.exclude[entry].node, Side::exclude);
  left.intersect(*works.covered_once);
  left.add(works.matching);
  return sets_.count_tags(left, listed.forms, Side::include);
}

std::uint64_t FacetExclusion::count_at_most(std::size_t entry) {
  if (resident_ == nullptr) return snapshot_.limit();
  std::uint64_t most = 0;
  for (const store::TagId tag : value(entry)->forms) most += resident_->postings.count(tag);
  return most;
}

}  // namespace ficsearch::search
