// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/applied.h"

#include <algorithm>

namespace ficsearch::search {
namespace {

template <typename Item>
std::size_t count_distinct(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  return static_cast<std::size_t>(std::unique(items.begin(), items.end()) - items.begin());
}

}  // namespace

ExcludedTags tags_of_excludes(const query::Plan& plan, const TagSelector& selector) {
  ExcludedTags tags;
  tags.reserve(plan.exclude.size());
  for (const query::Entry& entry : plan.exclude)
    tags.push_back(selector.select_below(entry.node, Side::exclude));
  return tags;
}

Applied applied_of(const query::Plan& plan, const tags::Dictionary& dictionary,
                   const ExcludedTags& excluded) {
  Applied applied;
  applied.query = plan.canonical_query;
  applied.profile = plan.profile;
  applied.enforced = plan.enforced;
  applied.exclude.reserve(plan.exclude.size());
  std::vector<tags::ConceptRef> concepts;
  std::vector<store::TagId> spellings;
  for (std::size_t i = 0; i < plan.exclude.size(); ++i) {
    const query::Entry& entry = plan.exclude[i];
    spellings.insert(spellings.end(), excluded[i].begin(), excluded[i].end());
    for (const std::string& id : entry.concepts)
      if (const auto ref = dictionary.find(id)) {
        const auto narrower = dictionary.with_narrower(*ref);
        concepts.insert(concepts.end(), narrower.begin(), narrower.end());
      }
    applied.exclude.push_back(
        {entry.input, entry.concepts, entry.status, excluded[i].size(), entry.origin});
  }
  applied.concepts = count_distinct(concepts);
  applied.spellings = count_distinct(spellings);
  return applied;
}

}  // namespace ficsearch::search
