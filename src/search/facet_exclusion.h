// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/applied.h"
#include "search/exclusion_scan.h"
#include "search/facet_way.h"
#include "search/facet_works.h"
#include "search/set_query.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "snapshot/snapshot.h"

namespace ficsearch::search {

// Takes what the exclude entries of a plan cover from the works of a request, and keeps account of
// what each entry alone takes: excluded values of facets are listed with the count that they would
// have without their entry.
//
// There are two ways, which agree. Of few works what each bears is looked at; for many the works of
// each entry are added up, once for all sets of a request.
class FacetExclusion {
 public:
  // All that is given must outlive this. `tags`: the written forms of the exclude entries; to be
  // filled before the first use. `resident`: null in a process that answers one search.
  FacetExclusion(const query::Plan& plan, const SearchRequest& request, const TagSelector& selector,
                 const snapshot::Snapshot& snapshot, const snapshot::Snapshot::Resident* resident,
                 TagMeanings& meanings, SetQuery& sets, const ExcludedTags& tags,
                 ExclusionScan& scan, FacetWay way)
      : plan_(plan),
        request_(request),
        selector_(selector),
        meanings_(meanings),
        snapshot_(snapshot),
        resident_(resident),
        sets_(sets),
        tags_(tags),
        scan_(scan),
        way_(way) {}

  // Fills all but works.positive.
  void exclude(FacetWorks& works);

  // The value that an entry takes from the facet that it is about, if there is one such.
  std::optional<MeaningId> value_of(std::size_t entry);
  // How many works would count for that value in its facet, were it not for this one entry.
  std::uint64_t count_without(std::size_t entry, const FacetWorks& works);
  // No less than count_without() of any works; costs next to nothing.
  std::uint64_t count_at_most(std::size_t entry);

 private:
  struct Value {
    MeaningId id;
    std::vector<store::TagId> forms;  // by which works count for it
    bool is_covered;                  // the entry covers all of them
  };

  const std::optional<Value>& value(std::size_t entry);
  std::optional<Value> find_value(std::size_t entry) const;
  bool scan_pays(const FacetWorks& works) const;
  void prepare_scan();
  void prepare_lists();

  const query::Plan& plan_;
  const SearchRequest& request_;
  const TagSelector& selector_;
  TagMeanings& meanings_;
  const snapshot::Snapshot& snapshot_;
  const snapshot::Snapshot::Resident* resident_;
  SetQuery& sets_;
  const ExcludedTags& tags_;
  ExclusionScan& scan_;
  FacetWay way_;

  std::vector<std::optional<std::optional<Value>>> values_;  // by entry, as they are asked for
  bool is_scan_ready_ = false;
  std::vector<bool> is_scanned_;                 // by entry: whether scan_ has taken it
  std::optional<ExclusionScan::Others> others_;  // of the entries that it has not taken
  std::optional<ExclusionScan::Others> lists_;   // of all entries
};

}  // namespace ficsearch::search
