// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/tag_meaning.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "query/in_quotes.h"
#include "text/keys.h"

namespace ficsearch::query {

std::string checked_fold_key(std::string_view text) {
  std::string key = text::fold_key(base::checked_input(text, base::kMaxTagBytes));
  if (key.empty())
    throw Error(ErrorCode::empty_filter, "the entry " + in_quotes(text) + " names no tag", Place{},
                "remove it, or write the tag; blanks and invisible characters do not count");
  return key;
}

TagMeaning meaning_of_tag(std::optional<Facet> facet, std::string_view text,
                          const ResolveContext& context) {
  TagMeaning meaning;
  meaning.fold_key = checked_fold_key(text);
  meaning.facet = facet;
  if (const auto ref = context.dictionary.resolve(meaning.fold_key, facet)) {
    const Concept& found = context.dictionary[*ref];
    meaning.facet = found.facet;
    meaning.concepts = {found.id};
    for (const tags::ConceptRef narrower : context.dictionary.with_narrower(*ref))
      meaning.set.concepts.push_back(context.dictionary[narrower].id);
    // A freeform tag takes the facet of its concept.
    if (facet) meaning.set.facet = found.facet;
  } else {
    meaning.set.facet = facet;
    meaning.borne = context.known.bears(facet, meaning.fold_key);
  }
  meaning.set.spellings = {meaning.fold_key};
  return meaning;
}

std::vector<std::string> concepts_with_prefix(std::optional<Facet> facet,
                                              std::string_view fold_prefix,
                                              const tags::Dictionary& dictionary) {
  std::vector<std::string> ids;
  const std::span<const Concept> concepts = dictionary.concepts();
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    if (facet && *facet != Facet::freeform && concepts[i].facet != *facet) continue;
    const auto keys = dictionary.alias_keys(static_cast<tags::ConceptRef>(i));
    const auto first = std::lower_bound(keys.begin(), keys.end(), fold_prefix);
    if (first != keys.end() && std::string_view(*first).starts_with(fold_prefix))
      ids.push_back(concepts[i].id);
  }
  return ids;
}

}  // namespace ficsearch::query
