// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ficsearch/tags.h"
#include "query/excluded_concepts.h"
#include "search/borne_tags.h"
#include "tags/dictionary.h"
#include "tags/typed_tag.h"

namespace ficsearch::engine {

// What can be suggested: a concept, a spelling of the archive, or a concept that the archive bears.
struct Offer {
  std::optional<tags::ConceptRef> ref;
  const search::BorneTag* borne = nullptr;

  std::optional<std::uint64_t> works() const {
    return borne == nullptr ? std::nullopt : std::optional(borne->works);
  }
};

// `name` is the alias or reading that led to it; empty for a spelling of the archive. `excluded`
// (null: nothing is) are named nowhere, not even as what is not meant.
Suggestion suggestion_of(const Offer& offer, const tags::Dictionary& dictionary,
                         std::string_view name, const query::ExcludedConcepts* excluded);

// A suggestion that what was typed fits.
struct Ranked {
  tags::Fit fit;
  Suggestion suggestion;
};

// The best fit first; of equals the most borne, then by label and id.
void sort(std::vector<Ranked>& ranked);

// Whether a tag of `facet` is asked for. Freeform is what anything can be written as.
bool is_of(std::optional<Facet> wanted, Facet facet);

}  // namespace ficsearch::engine
