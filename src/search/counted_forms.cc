// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/counted_forms.h"

#include <algorithm>
#include <span>
#include <string>

namespace ficsearch::search {
namespace {

using store::TagId;

std::vector<TagId> sorted(std::vector<TagId> forms) {
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace

bool is_derived(Facet facet) noexcept {
  return facet == Facet::advisory || facet == Facet::perspective || facet == Facet::medium;
}

std::vector<TagId> counted_forms(MeaningId value, FacetCounts counts, TagMeanings& meanings,
                                 const TagSelector& selector) {
  const Meaning meaning = meanings[value];  // a copy: more meanings are looked up
  std::vector<TagId> forms;
  const auto add = [&](const query::TagSet& candidates, MeaningId wanted) {
    for (const TagId tag : selector.select(candidates, Side::exclude))
      if (meanings.of(tag) == wanted) forms.push_back(tag);
  };
  if (!meaning.ref) {
    add({std::nullopt, {}, {meaning.concept_id.substr(meaning.concept_id.find(':') + 1)}}, value);
  } else if (counts == FacetCounts::direct && !is_derived(meaning.facet)) {
    add({std::nullopt, {meaning.concept_id}, {}}, value);
  } else {
    const tags::Dictionary& dictionary = selector.dictionary();
    for (const tags::ConceptRef below : dictionary.with_narrower(*meaning.ref))
      add({std::nullopt, {dictionary[below].id}, {}}, meanings.of_concept(below));
  }
  return sorted(std::move(forms));
}

std::vector<TagId> counted_forms(MeaningId value, FacetCounts counts,
                                 const snapshot::MeaningTable& table) {
  std::vector<TagId> forms;
  const auto add = [&](std::uint32_t meaning) {
    const std::span<const TagId> own = table.tags_of(meaning);
    forms.insert(forms.end(), own.begin(), own.end());
  };
  const auto number = static_cast<std::uint32_t>(value);
  const bool counts_below = counts == FacetCounts::closure || is_derived(table.facet(number));
  if (const auto ref = table.concept_of(number); ref && counts_below)
    for (const tags::ConceptRef below : table.dictionary().with_narrower(*ref))
      add(table.of_concept(below));
  else
    add(number);
  return sorted(std::move(forms));
}

}  // namespace ficsearch::search
