// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/tags.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "engine/tags_impl.h"
#include "ficsearch/error.h"
#include "ficsearch/search.h"
#include "ficsearch/text.h"
#include "search/known_tags.h"
#include "search/tag_counts.h"
#include "tags/lint.h"
#include "tags/nearest.h"
#include "text/keys.h"

namespace ficsearch {
namespace {

constexpr std::size_t kSuggestions = 5;

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

void set_counts(Explanation& explanation, search::TagCounts counts) {
  explanation.works = counts.works;
  explanation.works_excluded = counts.works_excluded;
  explanation.as_written = std::move(counts.as_written);
}

}  // namespace

Tags::Tags(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Tags Tags::builtin() {
  return Tags(std::make_shared<const Impl>(Impl{tags::Dictionary::builtin(), nullptr}));
}

Explanation Tags::explain(std::string_view tag) const {
  const tags::Dictionary& dictionary = *impl_->dictionary;
  Explanation explanation;
  explanation.input = base::checked_input(tag, base::kMaxTagBytes);
  const FilterItem item = parse_filter_item(explanation.input);
  const std::string fold = text::fold_key(item.value);
  if (fold.empty())
    throw Error(ErrorCode::empty_filter,
                "there is no tag to explain in \"" + explanation.input + "\"");

  if (const auto ref = dictionary.resolve(fold, item.facet)) {
    explanation.found = Found::concept_;
    explanation.subject = dictionary[*ref];
    explanation.narrower = ids_of(dictionary, dictionary.narrower(*ref));
    explanation.siblings = siblings_of(dictionary, *ref);
    inherit_advisories(explanation, dictionary, *ref);
    if (impl_->reader != nullptr)
      set_counts(explanation, search::count_concept(*impl_->reader, dictionary, *ref));
    return explanation;
  }
  if (impl_->reader != nullptr &&
      search::RegistryTags(impl_->reader->registry()).bears(item.facet, fold)) {
    explanation.found = Found::spelling;
    set_counts(explanation, search::count_spelling(*impl_->reader, fold, item.facet));
  }
  explanation.suggestions = tags::nearest_aliases(dictionary, item.value, kSuggestions);
  return explanation;
}

std::vector<TagSummary> Tags::list(const TagListOptions& options) const {
  const tags::Dictionary& dictionary = *impl_->dictionary;
  std::vector<TagSummary> summaries;
  if (impl_->reader != nullptr) summaries = search::count_all(*impl_->reader, dictionary);
  std::set<std::string> borne;
  for (const TagSummary& summary : summaries) borne.insert(summary.concept_id);
  for (const Concept& subject : dictionary.concepts())
    if (!borne.contains(subject.id))
      summaries.push_back(
          {subject.id, subject.facet, subject.label(),
           impl_->reader != nullptr ? std::optional<std::uint64_t>(0) : std::nullopt});
  std::set<std::string> below;
  if (!options.below.empty()) {
    const auto ref = dictionary.resolve(text::fold_key(options.below), std::nullopt);
    if (!ref) throw Error(ErrorCode::no_concept, "there is no concept \"" + options.below + "\"");
    for (const tags::ConceptRef narrower : dictionary.with_narrower(*ref))
      below.insert(dictionary[narrower].id);
  }
  std::erase_if(summaries, [&](const TagSummary& summary) {
    return (options.facet && summary.facet != *options.facet) ||
           (!below.empty() && !below.contains(summary.concept_id));
  });
  std::sort(summaries.begin(), summaries.end(), [](const TagSummary& a, const TagSummary& b) {
    if (a.works != b.works) return a.works > b.works;
    if (a.label != b.label) return a.label < b.label;
    return a.concept_id < b.concept_id;
  });
  if (options.limit != 0 && summaries.size() > options.limit) summaries.resize(options.limit);
  return summaries;
}

std::vector<LintFinding> Tags::lint() const {
  return tags::lint(*impl_->dictionary);
}

Comparison Tags::compare(std::string_view a, std::string_view b) const {
  return impl_->comparer->compare(base::checked_input(a, base::kMaxTagBytes),
                                  base::checked_input(b, base::kMaxTagBytes));
}

const Concept* Tags::find_concept(std::string_view id) const {
  const auto ref = impl_->dictionary->find(id);
  return ref ? &(*impl_->dictionary)[*ref] : nullptr;
}

std::string Tags::version() const {
  return impl_->dictionary->version();
}

}  // namespace ficsearch
