// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/applied.h"

#include <algorithm>
#include <vector>

namespace ficsearch::search {
namespace {

// The number of items that the lists have together, each list sorted and each item once in it.
// Beside a long list most are short: theirs are looked up in those before.
template <typename Item>
std::uint64_t count_distinct(const ExcludedTags& excluded,
                             const std::vector<Item> ExcludeList::*items) {
  std::vector<const std::vector<Item>*> lists;
  for (const auto& list : excluded.lists()) lists.push_back(&((*list).*items));
  std::sort(lists.begin(), lists.end(),
            [](const auto* a, const auto* b) { return a->size() > b->size(); });
  std::uint64_t count = 0;
  for (auto list = lists.begin(); list != lists.end(); ++list)
    count += static_cast<std::uint64_t>(
        std::count_if((*list)->begin(), (*list)->end(), [&](const Item& item) {
          return std::none_of(lists.begin(), list, [&](const auto* before) {
            return std::binary_search(before->begin(), before->end(), item);
          });
        }));
  return count;
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
