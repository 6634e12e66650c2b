// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/applied.h"
#include "search/set_query.h"
#include "snapshot/doc_bits.h"
#include "snapshot/doc_set.h"
#include "snapshot/snapshot.h"
#include "store/terms.h"

namespace ficsearch::search {

// The works that a plan leaves, as sets: what it requires and includes, less the union of what it
// excludes. Threads: one. Throws what SetQuery throws.
class MatchingWorks {
 public:
  // All that is given must outlive this.
  MatchingWorks(const query::Plan& plan, const SearchRequest& request, snapshot::Snapshot& snapshot,
                SetQuery& sets)
      : plan_(plan), request_(request), snapshot_(snapshot), sets_(sets) {}

  // Whether nothing is filtered, so that every work is left.
  bool is_every_work() const noexcept {
    return plan_.require.empty() && plan_.include.empty() && plan_.exclude.empty();
  }
  // What exclusion takes away. `of_entries`: the tags of the exclude entries.
  snapshot::DocBits excluded(const ExcludedTags& of_entries);
  // Takes what exclusion takes away from `works`: from those of positive() it leaves the works that
  // match.
  void exclude(snapshot::DocBits& works, const ExcludedTags& of_entries);
  // What is required and included, before exclusion; without the includes about one facet.
  snapshot::DocBits positive(std::optional<Facet> left_out);

 private:
  void add_list(snapshot::DocBits& excluded, const ExcludeList& list);
  std::shared_ptr<const snapshot::DocSet> kept_union(const ExcludeList& list);

  const query::Plan& plan_;
  const SearchRequest& request_;
  snapshot::Snapshot& snapshot_;
  SetQuery& sets_;
};

}  // namespace ficsearch::search
