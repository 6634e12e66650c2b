// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "tags/dictionary.h"

namespace ficsearch::tags {

// What a tag that a work bears means. A freeform tag takes any concept; a tag of another facet only
// a concept of that facet, so a character named like a trope stays a character.
std::optional<ConceptRef> concept_of(const Dictionary& dictionary, Facet tag_facet,
                                     std::string_view fold_key) noexcept;

// The facet under which such a tag is shown and counted: a freeform tag takes that of its concept.
Facet facet_of_tag(const Dictionary& dictionary, Facet tag_facet,
                   std::string_view fold_key) noexcept;

// Whether a surface key that resolves to a concept may stand for it without asking. Series marks
// tell works of one series apart, so for a fandom or series the dictionary has to list them: one
// that lists けいおん! knows nothing of けいおん!!, though the two have one folded key.
bool is_as_listed(const Dictionary& dictionary, ConceptRef ref, std::string_view surface_key);

}  // namespace ficsearch::tags
