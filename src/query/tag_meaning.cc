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

namespace {

void sort_unique(std::vector<std::string>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Adds a concept and all below it. A tag takes the facet of the concept that it means.
void add_concept(TagMeaning& meaning, tags::ConceptRef ref, const tags::Dictionary& dictionary) {
  const Concept& found = dictionary[ref];
  meaning.concepts.push_back(found.id);
  for (const tags::ConceptRef narrower : dictionary.with_narrower(ref))
    meaning.set.concepts.push_back(dictionary[narrower].id);
  if (meaning.set.facet) meaning.set.facet = found.facet;
  meaning.facet = found.facet;
}

}  // namespace

std::string checked_fold_key(std::string_view text, std::string_view entry) {
  std::string key = text::fold_key(base::checked_input(text, base::kMaxTagBytes));
  if (key.empty())
    throw Error(ErrorCode::empty_filter, "the entry " + in_quotes(entry) + " names no tag", Place{},
                "remove it, or write the tag; blanks and invisible characters do not count");
  return key;
}

TagMeaning meaning_of_tag(std::optional<Facet> facet, std::string_view text, std::string fold_key,
                          const ResolveContext& context) {
  TagMeaning meaning;
  meaning.fold_key = std::move(fold_key);
  meaning.facet = facet;
  meaning.set.facet = facet;
  meaning.set.spellings = {meaning.fold_key};
  if (const auto ref = context.dictionary.resolve(meaning.fold_key, facet)) {
    add_concept(meaning, *ref, context.dictionary);
    return meaning;
  }
  const ArchiveMeaning joined = context.known.meaning_of(facet, text, meaning.fold_key);
  meaning.sure = joined.sure;
  meaning.borne = joined.borne;
  for (const std::string& id : joined.concepts)
    if (const auto ref = context.dictionary.find(id))
      add_concept(meaning, *ref, context.dictionary);
  if (!joined.folds.empty()) {
    meaning.borne = true;
    meaning.set.spellings.insert(meaning.set.spellings.end(), joined.folds.begin(),
                                 joined.folds.end());
    sort_unique(meaning.set.spellings);
  }
  sort_unique(meaning.set.concepts);
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
