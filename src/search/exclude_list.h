// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "base/recent_cache.h"
#include "ficsearch/chunked_list.h"
#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/tag_selection.h"
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
  // What a reply says of it; sorted, each once: what all entries together expand to.
  ChunkedList<AppliedExclude>::Chunk applied;
  std::vector<tags::ConceptRef> concepts;
  std::vector<store::TagId> all_tags;
};

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

// Lists that are kept for later requests, by their entries, which query::EntryListCache keeps, from
// the second time on that they come. Of one dictionary and one commit. Any number of threads.
class ExcludeListCache {
 public:
  explicit ExcludeListCache(std::size_t most_bytes) : lists_(most_bytes) {}

  ExcludedTags::Shared get(const ChunkedList<query::Entry>::Chunk& entries,
                           const TagSelector& selector);

  std::size_t bytes() const { return lists_.bytes(); }

 private:
  base::RecentCache<const std::vector<query::Entry>*, ExcludeList> lists_;
};

// `cache` may be null: then nothing is kept.
ExcludedTags tags_of_excludes(const query::Plan& plan, const TagSelector& selector,
                              ExcludeListCache* cache = nullptr);

}  // namespace ficsearch::search
