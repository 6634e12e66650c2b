// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag_explanation.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "search/tag_counts.h"
#include "tags/hashtag.h"
#include "tags/nearest.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

constexpr std::size_t kSuggestions = 5;

std::optional<tags::ConceptRef> concept_named(const tags::Dictionary& dictionary,
                                              std::string_view fold, std::optional<Facet> facet) {
  if (const auto ref = dictionary.resolve(fold, facet)) return ref;
  const auto name = tags::hashtag_name(fold);
  return name ? dictionary.resolve(*name, facet) : std::nullopt;
}

struct AskedTag {
  std::string input;
  FilterItem item;
  std::string fold;
};

AskedTag asked(std::string_view tag) {
  AskedTag asked;
  asked.input = base::checked_input(tag, base::kMaxTagBytes);
  asked.item = parse_filter_item(asked.input);
  asked.fold = text::fold_key(asked.item.value);
  if (asked.fold.empty())
    throw Error(ErrorCode::empty_filter, "there is no tag to explain in \"" + asked.input + "\"");
  return asked;
}

std::vector<std::string> ids_of(const tags::Dictionary& dictionary,
                                std::span<const tags::ConceptRef> refs) {
  std::vector<std::string> ids;
  for (const tags::ConceptRef ref : refs) ids.push_back(dictionary[ref].id);
  return ids;
}

// The advisories of a concept and of everything that it implies.
void inherit_advisories(Explanation& explanation, const tags::Dictionary& dictionary,
                        tags::ConceptRef ref) {
  std::set<std::string> always;
  std::set<std::string> commonly;
  for (const tags::ConceptRef broader : dictionary.with_broader(ref)) {
    const Concept& subject = dictionary[broader];
    always.insert(subject.advisories_always.begin(), subject.advisories_always.end());
    commonly.insert(subject.advisories_commonly.begin(), subject.advisories_commonly.end());
  }
  explanation.advisories_always.assign(always.begin(), always.end());
  for (const std::string& id : commonly)
    if (!always.contains(id)) explanation.advisories_commonly.push_back(id);
}

std::vector<std::string> siblings_of(const tags::Dictionary& dictionary, tags::ConceptRef ref) {
  std::set<std::string> ids;
  for (const std::string& broader : dictionary[ref].broader)
    for (const tags::ConceptRef below : dictionary.narrower(*dictionary.find(broader)))
      if (below != ref) ids.insert(dictionary[below].id);
  return {ids.begin(), ids.end()};
}

Explanation of_concept(const tags::Dictionary& dictionary, std::string input,
                       tags::ConceptRef ref) {
  Explanation explanation;
  explanation.input = std::move(input);
  explanation.found = Found::concept_;
  explanation.subject = dictionary[ref];
  explanation.narrower = ids_of(dictionary, dictionary.narrower(ref));
  explanation.siblings = siblings_of(dictionary, ref);
  inherit_advisories(explanation, dictionary, ref);
  return explanation;
}

Explanation of_unknown(const tags::Dictionary& dictionary, const AskedTag& tag) {
  Explanation explanation;
  explanation.input = tag.input;
  explanation.suggestions = tags::nearest_aliases(dictionary, tag.item.value, kSuggestions);
  return explanation;
}

void set_counts(Explanation& explanation, search::TagCounts counts) {
  explanation.works = counts.works;
  explanation.works_excluded = counts.works_excluded;
  explanation.as_written = std::move(counts.as_written);
}

}  // namespace

Explanation explain_tag(const tags::Dictionary& dictionary, std::string_view tag) {
  AskedTag of = asked(tag);
  if (const auto ref = concept_named(dictionary, of.fold, of.item.facet))
    return of_concept(dictionary, std::move(of.input), *ref);
  return of_unknown(dictionary, of);
}

Explanation explain_tag(const query::Plan& plan, const SearchRequest& request,
                        const search::PlainSources& sources, std::string_view tag) {
  const tags::Dictionary& dictionary = sources.mentions.dictionary();
  AskedTag of = asked(tag);
  search::TagCounter counter(plan, request, sources);
  if (const auto ref = concept_named(dictionary, of.fold, of.item.facet)) {
    Explanation explanation = of_concept(dictionary, std::move(of.input), *ref);
    set_counts(explanation, counter.of_concept(*ref));
    return explanation;
  }
  Explanation explanation = of_unknown(dictionary, of);
  search::TagCounts counts = counter.of_spelling(of.fold, of.item.facet);
  if (counts.works == 0) return explanation;
  explanation.found = Found::spelling;
  set_counts(explanation, std::move(counts));
  return explanation;
}

}  // namespace ficsearch::engine
