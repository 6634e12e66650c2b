// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/exclude_list.h"

#include <algorithm>
#include <utility>

namespace ficsearch::search {
namespace {

template <typename Item>
void sort_unique(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

// Tables of twice their number at least, four times at most.
constexpr std::size_t kTableBytes = 4 * sizeof(std::uint64_t);

// Without the entries, which query::EntryListCache counts, and with what may still be made.
std::size_t bytes_of(const ExcludeList& list) {
  std::size_t bytes = sizeof list;
  for (const std::vector<store::TagId>& tags : list.tags)
    bytes += sizeof tags + tags.capacity() * sizeof(store::TagId);
  bytes +=
      (list.only_tags.capacity() + list.all_tags.capacity() + list.sufficient_tags.capacity()) *
      sizeof(store::TagId);
  bytes += 2 * kTableBytes * list.sufficient_tags.size();
  bytes += list.concepts.capacity() * sizeof(tags::ConceptRef);
  for (const AppliedExclude& exclude : *list.applied)
    bytes += sizeof exclude + exclude.input.capacity();
  return bytes;
}

}  // namespace

ExcludeList::ExcludeList(ChunkedList<query::Entry>::Chunk of, const TagSelector& selector)
    : entries(std::move(of)) {
  std::vector<AppliedExclude> said;
  tags.reserve(entries->size());
  said.reserve(entries->size());
  for (const query::Entry& entry : *entries) {
    tags.push_back(selector.select_below(entry.node, Side::exclude));
    const std::vector<store::TagId>& own = tags.back();
    all_tags.insert(all_tags.end(), own.begin(), own.end());
    if (is_of_tags(entry.node)) {
      only_tags.insert(only_tags.end(), own.begin(), own.end());
    } else {
      has_others = true;
      for_each_sufficient(entry.node, [&](const query::PlanNode& part) {
        const std::vector<store::TagId> of_part = selector.select_below(part, Side::exclude);
        sufficient_tags.insert(sufficient_tags.end(), of_part.begin(), of_part.end());
      });
    }
    for (const std::string& id : entry.concepts)
      if (const auto ref = selector.dictionary().find(id)) {
        const auto narrower = selector.dictionary().with_narrower(*ref);
        concepts.insert(concepts.end(), narrower.begin(), narrower.end());
      }
    said.push_back({entry.input, entry.concepts, entry.status, own.size(), entry.origin});
  }
  sort_unique(only_tags);
  sufficient_tags.insert(sufficient_tags.end(), only_tags.begin(), only_tags.end());
  sort_unique(sufficient_tags);
  sort_unique(all_tags);
  sort_unique(concepts);
  applied = std::make_shared<const std::vector<AppliedExclude>>(std::move(said));
}

const NumberSet& ExcludeList::hashes(const store::TagRegistry& registry) const {
  return hashes_.get([&] {
    NumberSet hashes(sufficient_tags.size());
    for (const store::TagId tag : sufficient_tags)
      hashes.insert(static_cast<std::uint64_t>(registry.hash_of(tag)));
    return hashes;
  });
}

const NumberSet& ExcludeList::meanings(const snapshot::MeaningTable& table) const {
  return meanings_.get([&] {
    NumberSet meanings(sufficient_tags.size());
    for (const store::TagId tag : sufficient_tags) meanings.insert(table.of(tag));
    return meanings;
  });
}

ExcludedTags::Shared ExcludeListCache::get(const ChunkedList<query::Entry>::Chunk& entries,
                                           const TagSelector& selector) {
  if (auto known = lists_.find(entries.get())) return known;
  auto made = std::make_shared<ExcludeList>(entries, selector);
  const bool is_saved = entries->front().origin != FilterOrigin::request;
  if (!is_saved && !lists_.comes_again(entries.get())) return made;
  made->number = ++last_number_;
  return lists_.keep(entries.get(), made, bytes_of(*made));
}

ExcludedTags tags_of_excludes(const query::Plan& plan, const TagSelector& selector,
                              ExcludeListCache* cache) {
  ExcludedTags lists;
  for (const auto& entries : plan.exclude.chunks())
    lists.push_back(cache != nullptr ? cache->get(entries, selector)
                                     : std::make_shared<const ExcludeList>(entries, selector));
  return lists;
}

}  // namespace ficsearch::search
