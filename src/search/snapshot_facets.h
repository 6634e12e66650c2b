// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/applied.h"
#include "search/facet_counter.h"
#include "search/meaning_counter.h"
#include "search/set_query.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "snapshot/doc_bits.h"
#include "snapshot/snapshot.h"

namespace ficsearch::search {

// The values of facets over a set of works, counted exactly.
//
// There are two ways to count, which agree. A small set is scanned: what each work bears is in the
// forward index (or, in a process that answers one search, in the index). Of a large one the
// meanings of the facet are intersected with the set, the most borne first, until none that is left
// can be among the first values.
class SnapshotFacets {
 public:
  enum class Way : std::uint8_t { by_size, scan, intersect };

  // All that is given must outlive this.
  SnapshotFacets(const query::Plan& plan, const SearchRequest& request, const store::Reader& reader,
                 snapshot::Snapshot& snapshot, const TagSelector& selector, TagMeanings& meanings,
                 SetQuery& sets, MeaningCounter& counter, Way way)
      : plan_(plan),
        request_(request),
        reader_(reader),
        snapshot_(snapshot),
        selector_(selector),
        meanings_(meanings),
        sets_(sets),
        counter_(counter),
        way_(way) {}

  // What no exclude entry but one covers, by which the excluded values get their counts: works
  // that are covered by the entries, and by more than one.
  struct Coverage {
    snapshot::DocBits covered;
    snapshot::DocBits covered_twice;
  };
  // `excluded`: the tags of the exclude entries.
  Coverage coverage(const ExcludedTags& excluded);

  // The works of a request when the includes about one facet are left out.
  struct Works {
    snapshot::DocBits positive;  // before exclusion
    snapshot::DocBits matching;
    std::uint64_t count = 0;  // of matching
  };
  // The values of one facet over its works. Calls with the same works one after the other share one
  // scan.
  std::vector<FacetCount> values(Facet facet, const Works& works, const ExcludedTags& excluded,
                                 const Coverage& coverage);

 private:
  std::set<MeaningId> included_meanings(Facet facet);
  std::vector<FacetCount> scanned(Facet facet, const Works& works,
                                  const std::set<MeaningId>& included);
  std::vector<FacetCount> scanned_in_index(Facet facet, const Works& works);
  std::vector<FacetCount> intersected(Facet facet, const Works& works,
                                      const std::set<MeaningId>& included);
  std::vector<FacetCount> excluded_values(Facet facet, const Works& works,
                                          const ExcludedTags& excluded, const Coverage& coverage);
  bool is_large(const Works& works) const;

  const query::Plan& plan_;
  const SearchRequest& request_;
  const store::Reader& reader_;
  snapshot::Snapshot& snapshot_;
  const TagSelector& selector_;
  TagMeanings& meanings_;
  SetQuery& sets_;
  MeaningCounter& counter_;
  Way way_;
  const Works* scanned_works_ = nullptr;  // what counter_ or index_counter_ hold
  std::unique_ptr<FacetCounter> index_counter_;
};

}  // namespace ficsearch::search
