// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/facet_list.h"

#include <algorithm>

namespace ficsearch::search {
namespace {

bool before(const FacetCount& a, const FacetCount& b) {
  if (a.count != b.count) return a.count > b.count;
  if (a.label != b.label) return a.label < b.label;
  return a.concept_id < b.concept_id;
}

}  // namespace

std::optional<Facet> left_out_for(const query::Plan& plan, const SearchRequest& request,
                                  Facet facet) {
  if (request.keep_own_includes) return std::nullopt;
  const bool has_includes =
      std::any_of(plan.include.begin(), plan.include.end(),
                  [&](const query::Entry& entry) { return entry.facet == facet; });
  return has_includes ? std::optional(facet) : std::nullopt;
}

std::vector<FacetCount> facet_list(std::vector<FacetCount> values, std::vector<FacetCount> excluded,
                                   std::size_t limit) {
  std::sort(values.begin(), values.end(), before);
  std::sort(excluded.begin(), excluded.end(), before);
  if (limit != 0 && values.size() > limit)
    values.erase(
        std::remove_if(values.begin() + static_cast<std::ptrdiff_t>(limit), values.end(),
                       [](const FacetCount& value) { return value.state != FacetState::included; }),
        values.end());
  if (limit != 0 && excluded.size() > limit) excluded.resize(limit);
  values.insert(values.end(), std::make_move_iterator(excluded.begin()),
                std::make_move_iterator(excluded.end()));
  return values;
}

std::string label_of_excluded(const Meaning& meaning) {
  return meaning.ref ? meaning.label : meaning.concept_id.substr(meaning.concept_id.find(':') + 1);
}

}  // namespace ficsearch::search
