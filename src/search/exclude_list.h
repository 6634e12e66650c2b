// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "base/recent_cache.h"
#include "ficsearch/chunked_list.h"
#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/number_set.h"
#include "search/tag_selection.h"
#include "snapshot/lazy_part.h"
#include "snapshot/snapshot.h"
#include "store/terms.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// A list of exclude entries as one commit and dictionary have it.
struct ExcludeList {
  ExcludeList(ChunkedList<query::Entry>::Chunk of, const TagSelector& selector);

  ChunkedList<query::Entry>::Chunk entries;
  // The written forms of the archive that each entry covers.
  std::vector<std::vector<store::TagId>> tags;
  // Those of the entries that are made of tags alone, sorted, each once.
  std::vector<store::TagId> only_tags;
  bool has_others = false;  // entries that are not made of tags alone
  // Those of which one is enough for a work to be left out; sorted, each once.
  std::vector<store::TagId> sufficient_tags;
  // What a reply says of it; sorted, each once: what all entries together expand to.
  ChunkedList<AppliedExclude>::Chunk applied;
  std::vector<tags::ConceptRef> concepts;
  std::vector<store::TagId> all_tags;
  // Among the lists that are kept; 0: it is none of them, and nothing is kept of it.
  std::uint64_t number = 0;

  // Hashes of the sufficient tags' written forms, and the numbers of what they mean. Made when they
  // are first asked for, by any thread, with what is of this commit.
  const NumberSet& hashes(const store::TagRegistry& registry) const;
  const NumberSet& meanings(const snapshot::MeaningTable& table) const;

 private:
  mutable snapshot::LazyPart<NumberSet> hashes_;
  mutable snapshot::LazyPart<NumberSet> meanings_;
};

// Calls visit(node) with the parts of an exclude entry that are made of tags alone and leave out
// by themselves each work that they match.
template <typename Visit>
void for_each_sufficient(const query::PlanNode& node, const Visit& visit) {
  if (is_of_tags(node)) visit(node);
  if (const auto* any = std::get_if<query::PlanOr>(&node.value))
    for (const query::PlanNode& below : any->nodes) for_each_sufficient(below, visit);
}

// The lists that a plan excludes by, in its order; and the written forms that each entry of them
// covers.
class ExcludedTags {
 public:
  using Shared = std::shared_ptr<const ExcludeList>;
  using Tags = std::vector<store::TagId>;

  void push_back(Shared list) {
    tags_.append(ChunkedList<Tags>::Chunk(list, &list->tags));
    lists_.push_back(std::move(list));
  }
  const std::vector<Shared>& lists() const noexcept { return lists_; }

  // By number of the plan's exclude entry.
  const Tags& operator[](std::size_t entry) const noexcept { return tags_[entry]; }
  std::size_t size() const noexcept { return tags_.size(); }
  auto begin() const noexcept { return tags_.begin(); }
  auto end() const noexcept { return tags_.end(); }

 private:
  std::vector<Shared> lists_;
  ChunkedList<Tags> tags_;
};

// Lists that are kept for later requests, by their entries, which query::EntryListCache keeps:
// those of saved profiles at once, others when they come for the second time. Of one dictionary and
// one commit. Any number of threads.
class ExcludeListCache {
 public:
  explicit ExcludeListCache(std::size_t most_bytes) : lists_(most_bytes) {}

  ExcludedTags::Shared get(const ChunkedList<query::Entry>::Chunk& entries,
                           const TagSelector& selector);

  std::size_t bytes() const { return lists_.bytes(); }

 private:
  base::RecentCache<const std::vector<query::Entry>*, ExcludeList> lists_;
  std::atomic<std::uint64_t> last_number_ = 0;
};

// `cache` may be null: then nothing is kept.
ExcludedTags tags_of_excludes(const query::Plan& plan, const TagSelector& selector,
                              ExcludeListCache* cache = nullptr);

}  // namespace ficsearch::search
