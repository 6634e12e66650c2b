// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/resolution.h"

#include <algorithm>
#include <string>

#include "tags/series_marks.h"
#include "text/keys.h"

namespace ficsearch::tags {

std::optional<ConceptRef> concept_of(const Dictionary& dictionary, Facet tag_facet,
                                     std::string_view fold_key) noexcept {
  return dictionary.resolve(fold_key, tag_facet);
}

Facet facet_of_tag(const Dictionary& dictionary, Facet tag_facet,
                   std::string_view fold_key) noexcept {
  const std::optional<ConceptRef> ref = concept_of(dictionary, tag_facet, fold_key);
  return ref ? dictionary[*ref].facet : tag_facet;
}

bool is_as_listed(const Dictionary& dictionary, ConceptRef ref, std::string_view surface_key) {
  const Concept& subject = dictionary[ref];
  if (subject.facet != Facet::fandom && subject.facet != Facet::series) return true;
  const std::string folded = text::fold_key(surface_key);
  const std::string marks = series_marks(surface_key);
  const auto lists = [&](std::string_view alias) {
    const std::string surface = text::surface_key(alias);
    return text::fold_key(surface) == folded && series_marks(surface) == marks;
  };
  return lists(subject.id) ||
         std::any_of(subject.labels.begin(), subject.labels.end(),
                     [&](const auto& label) { return lists(label.second); }) ||
         std::any_of(subject.spellings.begin(), subject.spellings.end(),
                     [&](const ConceptSpelling& spelling) { return lists(spelling.text); });
}

}  // namespace ficsearch::tags
