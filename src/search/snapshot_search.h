// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/deadline.h"
#include "search/exclude_list.h"
#include "search/exclusion_scan.h"
#include "search/facet_way.h"
#include "search/meaning_counter.h"
#include "snapshot/snapshot.h"
#include "store/reader.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// What a search reads and works with.
struct SearchSources {
  const store::Reader& reader;
  snapshot::Snapshot& snapshot;         // of the reader's commit and of the dictionary in force
  const tags::MentionFinder& mentions;  // of the dictionary in force
  text::Tokenizer& tokenizer;
  MeaningCounter& counter;
  ExclusionScan& exclusion_scan;
  Deadline deadline;
  FacetWay way_of_facets = FacetWay::by_cost;
  std::atomic<std::uint64_t>* withheld =
      nullptr;                                // if not null: counts what ExclusionGate keeps back
  ExcludeListCache* exclude_lists = nullptr;  // of the snapshot; null: nothing is kept
};

// Answers `plan` as one set of works: what it requires and includes, less the union of what it
// excludes. The total is the set's cardinality; hits, facets and pages are of the set.
//
// Hits go to `sink` in order; the reply has everything else. plain_search is its slow twin. Throws
// Error: `timeout`; `bad_value` for a cursor of another request; `snapshot_expired` if a writer
// overtook the reader; `query_limit`, `index_corrupt`, `io`.
Reply snapshot_search(const query::Plan& plan, const SearchRequest& request,
                      const SearchSources& sources, const std::function<void(Hit&&)>& sink);

}  // namespace ficsearch::search
