// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/applied.h"

#include <algorithm>
#include <vector>

namespace ficsearch::search {
namespace {

// The number of items that the lists have together, each list sorted and each item once in it.
template <typename Item>
std::uint64_t count_distinct(const ExcludedTags& excluded,
                             const std::vector<Item> ExcludeList::*items) {
  if (excluded.lists().size() == 1) return ((*excluded.lists().front()).*items).size();
  std::vector<Item> all;
  for (const auto& list : excluded.lists())
    all.insert(all.end(), ((*list).*items).begin(), ((*list).*items).end());
  std::sort(all.begin(), all.end());
  return static_cast<std::uint64_t>(std::unique(all.begin(), all.end()) - all.begin());
}

}  // namespace

Applied applied_of(const query::Plan& plan, const ExcludedTags& excluded) {
  Applied applied;
  applied.query = plan.canonical_query;
  applied.profile = plan.profile;
  applied.enforced = plan.enforced;
  for (const auto& list : excluded.lists()) applied.exclude.append(list->applied);
  applied.concepts = count_distinct(excluded, &ExcludeList::concepts);
  applied.spellings = count_distinct(excluded, &ExcludeList::all_tags);
  return applied;
}

}  // namespace ficsearch::search
