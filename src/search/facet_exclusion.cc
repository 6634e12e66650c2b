// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/facet_exclusion.h"

#include <algorithm>

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
    // Only forms that are joined to something may be excluded and yet not included.
    const bool any_joined = std::any_of(tags_[i].begin(), tags_[i].end(), [&](store::TagId tag) {
      return resident_->joins->by_tag.contains(static_cast<std::uint32_t>(tag));
    });
    is_scanned_[i] = is_of_tags(node);
    if (is_scanned_[i]) {
      scan_.add(i, tags_[i], any_joined ? selector_.select_below(node, Side::include) : tags_[i]);
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

std::uint64_t FacetExclusion::alone(std::size_t entry, const FacetWorks& works) {
  if (!works.alone.empty() && is_scanned_[entry]) return works.alone[entry];
  return sets_.count_of(plan_.exclude[entry].node, *works.covered_once, Side::include);
}

std::uint64_t FacetExclusion::alone_at_most(std::size_t entry) const {
  if (resident_ == nullptr || !is_of_tags(plan_.exclude[entry].node)) return snapshot_.limit();
  std::uint64_t most = 0;
  for (const store::TagId tag : tags_[entry]) most += resident_->postings.count(tag);
  return most;
}

}  // namespace ficsearch::search
