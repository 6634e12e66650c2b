// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/resolution.h"

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

}  // namespace ficsearch::tags
