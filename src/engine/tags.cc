// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/tags.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "engine/suggest.h"
#include "engine/tags_impl.h"
#include "ficsearch/error.h"
#include "ficsearch/search.h"
#include "ficsearch/text.h"
#include "search/archive_lint.h"
#include "search/borne_tags.h"
#include "search/known_tags.h"
#include "search/tag_counts.h"
#include "tags/lint.h"
#include "tags/nearest.h"
#include "tags/text_search.h"
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

std::string name_of(tags::FoundIn where) {
  switch (where) {
    case tags::FoundIn::whole_name:
      return "name";
    case tags::FoundIn::beginning:
      return "beginning";
    case tags::FoundIn::label:
      return "label";
    case tags::FoundIn::spelling:
      return "spelling";
    case tags::FoundIn::definition:
      return "definition";
  }
  return "definition";
}

void set_counts(Explanation& explanation, search::TagCounts counts) {
  explanation.works = counts.works;
  explanation.works_excluded = counts.works_excluded;
  explanation.as_written = std::move(counts.as_written);
}

tags::Joined nothing_joins(std::optional<Facet>, std::string_view) {
  return tags::JoinedNothing{};
}

}  // namespace

Tags::Tags(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Tags Tags::builtin() {
  return Tags(std::make_shared<const Impl>(tags::Dictionary::builtin(), nullptr));
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
      search::RegistryTags(impl_->reader->registry(), dictionary, nothing_joins)
          .bears(item.facet, fold)) {
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

std::vector<Suggestion> Tags::suggest(std::string_view prefix, std::size_t limit) const {
  const engine::SuggestionRequest request(prefix, limit);
  if (impl_->reader == nullptr) return engine::suggest(request, impl_->completer());
  return engine::suggest(request, impl_->completer(),
                         search::all_tags(*impl_->reader, *impl_->dictionary));
}

std::vector<TagMatch> Tags::search(std::string_view text, std::size_t limit) const {
  const std::string checked(base::checked_input(text, base::kMaxTagBytes));
  if (text::fold_key(checked).empty())
    throw Error(ErrorCode::empty_filter, "there is nothing to look for in \"" + checked + "\"");
  const tags::Dictionary& dictionary = *impl_->dictionary;
  std::map<std::string, std::uint64_t> works;
  if (impl_->reader != nullptr)
    for (const TagSummary& borne : search::count_all(*impl_->reader, dictionary))
      works.emplace(borne.concept_id, borne.works.value_or(0));

  std::vector<tags::TextMatch> found = tags::search_text(dictionary, checked);
  const auto works_of = [&](tags::ConceptRef ref) {
    const auto borne = works.find(dictionary[ref].id);
    return borne == works.end() ? std::uint64_t{0} : borne->second;
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const tags::TextMatch& a, const tags::TextMatch& b) {
                     if (a.where != b.where) return a.where < b.where;
                     const std::uint64_t a_works = works_of(a.target);
                     const std::uint64_t b_works = works_of(b.target);
                     if (a_works != b_works) return a_works > b_works;
                     return dictionary[a.target].label() < dictionary[b.target].label();
                   });
  if (limit != 0 && found.size() > limit) found.resize(limit);

  std::vector<TagMatch> matches;
  for (tags::TextMatch& match : found) {
    const Concept& subject = dictionary[match.target];
    TagSummary summary{subject.id, subject.facet, subject.label(), std::nullopt};
    if (impl_->reader != nullptr) summary.works = works_of(match.target);
    matches.push_back({std::move(summary), name_of(match.where), std::move(match.name)});
  }
  return matches;
}

std::vector<LintFinding> Tags::lint(const LintOptions& options) const {
  std::vector<LintFinding> findings;
  if (impl_->reader != nullptr)
    findings = search::lint_archive(search::all_tags(*impl_->reader, *impl_->dictionary),
                                    *impl_->dictionary, options);
  for (LintFinding& finding : tags::lint(*impl_->dictionary))
    if (options.all || finding.likelihood == Likelihood::likely)
      findings.push_back(std::move(finding));
  return findings;
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
