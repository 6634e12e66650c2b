// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ficsearch/facet.h"
#include "store/registry.h"
#include "tags/dictionary.h"

namespace ficsearch::snapshot {

// What a written form counts as when it is shown: a concept of the dictionary, or what the archive
// spells so in a facet.
struct TagMeaning {
  std::optional<tags::ConceptRef> ref;
  Facet facet = Facet::freeform;  // of a spelling
  std::string fold;               // of a spelling
};

// A freeform tag takes the facet of its concept, a tag of any other facet only means a concept of
// that facet. `join` is what the entry was found to mean beyond its folded key: if that can be
// several things, it counts as what it is written.
TagMeaning meaning_of(const store::TagEntry& entry, const std::optional<store::TagJoin>& join,
                      const tags::Dictionary& dictionary);

// What a concept is called where values of facets are listed: its label. What works say themselves
// of their rating stands beside each other as they say it, whether the dictionary knows the word or
// not: general, explicit, unrated. The view is valid as long as the dictionary.
std::string_view counted_label(tags::ConceptRef ref, const tags::Dictionary& dictionary);

}  // namespace ficsearch::snapshot
