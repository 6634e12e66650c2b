// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/tags.h"

#include <utility>

#include "base/utf8.h"
#include "engine/suggest.h"
#include "engine/tag_explanation.h"
#include "engine/tag_list.h"
#include "engine/tag_search.h"
#include "engine/tags_impl.h"
#include "search/archive_lint.h"
#include "search/borne_tags.h"
#include "tags/lint.h"

namespace ficsearch {

Tags::Tags(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Tags Tags::builtin() {
  return Tags(std::make_shared<const Impl>(tags::Dictionary::builtin(), nullptr));
}

Explanation Tags::explain(std::string_view tag) const {
  return engine::explain_tag(*impl_->dictionary, tag);
}

std::vector<TagSummary> Tags::list(const TagListOptions& options) const {
  return engine::list_tags(*impl_->dictionary, options);
}

std::vector<Suggestion> Tags::suggest(std::string_view prefix, std::size_t limit) const {
  return engine::suggest(engine::SuggestionRequest(prefix, limit), impl_->completer());
}

std::vector<TagMatch> Tags::search(std::string_view text, std::size_t limit) const {
  return engine::search_tags(*impl_->dictionary, text, limit);
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
