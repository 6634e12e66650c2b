// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/applied.h"
#include "search/facet_counter.h"
#include "search/facet_exclusion.h"
#include "search/facet_way.h"
#include "search/facet_works.h"
#include "search/meaning_counter.h"
#include "search/set_query.h"
#include "search/spelling_labels.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "snapshot/snapshot.h"

namespace ficsearch::search {

// The values of facets over a set of works, counted exactly.
//
// There are two ways to count, which agree. A small set is scanned: what each work bears is in the
// forward index (or, in a process that answers one search, in the index). Of a large one the
// meanings of the facet are intersected with the set, the most borne first, until none that is left
// can be among the first values; if that takes longer than a scan would, as with tags that the set
// has of its own, it is scanned after all.
class SnapshotFacets {
 public:
  // All that is given must outlive this. `resident`: null in a process that answers one search.
  SnapshotFacets(const query::Plan& plan, const SearchRequest& request, const store::Reader& reader,
                 const snapshot::Snapshot::Resident* resident, const TagSelector& selector,
                 TagMeanings& meanings, SetQuery& sets, FacetExclusion& exclusion,
                 MeaningCounter& counter, FacetWay way)
      : plan_(plan),
        request_(request),
        reader_(reader),
        resident_(resident),
        selector_(selector),
        meanings_(meanings),
        sets_(sets),
        exclusion_(exclusion),
        counter_(counter),
        way_(way) {
    if (resident != nullptr) labels_.emplace(*resident, sets);
  }

  // The values of one facet over its works. Calls with the same works one after the other share one
  // scan.
  std::vector<FacetCount> values(Facet facet, const FacetWorks& works);

 private:
  // A meaning of the snapshot's table with the number of works that bear it.
  struct Counted {
    std::uint64_t count;
    std::uint32_t meaning;
  };

  std::set<MeaningId> included_meanings(Facet facet);
  std::vector<FacetCount> counted(Facet facet, const FacetWorks& works,
                                  const std::set<MeaningId>& included);
  void scan(const FacetWorks& works);
  std::vector<FacetCount> scanned(Facet facet, const FacetWorks& works,
                                  const std::set<MeaningId>& included);
  std::vector<FacetCount> scanned_in_index(Facet facet, const FacetWorks& works);
  std::optional<std::vector<FacetCount>> intersected(Facet facet, const FacetWorks& works,
                                                     const std::set<MeaningId>& included);
  std::vector<FacetCount> excluded_values(Facet facet, const FacetWorks& works);
  void put_first(std::vector<Counted>& values, std::vector<Counted>::iterator middle,
                 const FacetWorks& works);
  std::vector<FacetCount> shown(const std::vector<Counted>& values, const FacetWorks& works);

  const query::Plan& plan_;
  const SearchRequest& request_;
  const store::Reader& reader_;
  const snapshot::Snapshot::Resident* resident_;
  const TagSelector& selector_;
  TagMeanings& meanings_;
  SetQuery& sets_;
  FacetExclusion& exclusion_;
  MeaningCounter& counter_;
  FacetWay way_;
  std::optional<SpellingLabels> labels_;       // of a resident snapshot
  const FacetWorks* scanned_works_ = nullptr;  // what scanned_ or index_counter_ hold
  std::array<std::vector<Counted>, kAllFacets.size()> scanned_;  // of the facets asked for
  std::unique_ptr<FacetCounter> index_counter_;
};

}  // namespace ficsearch::search
