// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/suggestion_offer.h"

#include <algorithm>
#include <string>

namespace ficsearch::engine {
namespace {

// Distinct concepts right beside this one: those whose names are typed by mistake.
std::vector<std::string> distinct_siblings(const tags::Dictionary& dictionary, tags::ConceptRef ref,
                                           const query::ExcludedConcepts* excluded) {
  std::vector<std::string> labels;
  const Concept& subject = dictionary[ref];
  for (const DistinctFrom& other : subject.distinct) {
    const auto other_ref = dictionary.find(other.concept_id);
    if (!other_ref) continue;
    const Concept& sibling = dictionary[*other_ref];
    const bool shares = std::any_of(
        sibling.broader.begin(), sibling.broader.end(), [&](const std::string& broader) {
          return std::find(subject.broader.begin(), subject.broader.end(), broader) !=
                 subject.broader.end();
        });
    if (shares && (excluded == nullptr || !excluded->contains(*other_ref)))
      labels.push_back(sibling.label());
  }
  return labels;
}

}  // namespace

Suggestion suggestion_of(const Offer& offer, const tags::Dictionary& dictionary,
                         std::string_view name, const query::ExcludedConcepts* excluded) {
  if (!offer.ref) {
    const search::BorneTag& tag = *offer.borne;
    return {tag.concept_id, tag.facet, tag.label, "", {}, tag.works};
  }
  const Concept& subject = dictionary[*offer.ref];
  const std::string& label = offer.borne != nullptr ? offer.borne->label : subject.label();
  return {subject.id,
          subject.facet,
          label,
          name == label || name == subject.label() ? std::string() : std::string(name),
          distinct_siblings(dictionary, *offer.ref, excluded),
          offer.works()};
}

void sort(std::vector<Ranked>& ranked) {
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (a.fit != b.fit) return a.fit < b.fit;
    if (a.suggestion.works != b.suggestion.works) return a.suggestion.works > b.suggestion.works;
    if (a.suggestion.label != b.suggestion.label) return a.suggestion.label < b.suggestion.label;
    return a.suggestion.concept_id < b.suggestion.concept_id;
  });
}

bool is_of(std::optional<Facet> wanted, Facet facet) {
  return !wanted || *wanted == Facet::freeform || *wanted == facet;
}

}  // namespace ficsearch::engine
