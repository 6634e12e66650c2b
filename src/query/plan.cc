// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan.h"

namespace ficsearch::query {

// Out of line, because a PlanNode holds PlanNodes. Two negations are equal if what they negate is.
bool operator==(const PlanAnd& a, const PlanAnd& b) {
  return a.nodes == b.nodes;
}
bool operator==(const PlanOr& a, const PlanOr& b) {
  return a.nodes == b.nodes;
}
bool operator==(const PlanNot& a, const PlanNot& b) {
  return *a.node == *b.node;
}
bool operator==(const PlanNode& a, const PlanNode& b) {
  return a.value == b.value;
}
bool operator==(const Plan& a, const Plan& b) {
  return a.require == b.require && a.conditions == b.conditions && a.profile == b.profile &&
         a.enforced == b.enforced && a.include == b.include && a.exclude == b.exclude &&
         a.rank == b.rank && a.sort == b.sort && a.canonical_query == b.canonical_query &&
         a.warnings == b.warnings;
}

ArchiveMeaning KnownTags::meaning_of(std::optional<Facet> facet, std::string_view,
                                     std::string_view fold_key) const {
  return {.concepts = {}, .folds = {}, .sure = true, .borne = bears(facet, fold_key)};
}

}  // namespace ficsearch::query
