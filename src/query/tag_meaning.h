// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"
#include "query/plan.h"

namespace ficsearch::query {

// What a tag of a request means: a concept with all below it, or only its spelling.
struct TagMeaning {
  std::string fold_key;
  std::optional<Facet> facet;  // the concept's, else the one given
  std::vector<std::string>
      concepts;  // resolved to, before closure; none: unknown; several: any of them
  bool borne =
      false;  // without a concept: the archive bears the spelling, or one that is the same word
  bool sure = true;  // false: a person has to choose among `concepts` and the spellings of `set`
  TagSet set;
};

// The folded key of `text`, which stands in `entry`. Throws Error: `empty_filter`, naming the
// entry, if nothing is left of it; `too_long` above a tag's size; `invalid_utf8`.
std::string checked_fold_key(std::string_view text, std::string_view entry);

// `fold_key` is checked_fold_key of `text`. nullopt for the facet: a tag in any facet.
TagMeaning meaning_of_tag(std::optional<Facet> facet, std::string_view text, std::string fold_key,
                          const ResolveContext& context);

// The concepts that have a spelling which begins with a folded key, as ids, sorted.
std::vector<std::string> concepts_with_prefix(std::optional<Facet> facet,
                                              std::string_view fold_prefix,
                                              const tags::Dictionary& dictionary);

}  // namespace ficsearch::query
