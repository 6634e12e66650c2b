// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "query/plan.h"
#include "search/borne_tags.h"
#include "search/matching_works.h"
#include "search/set_query.h"
#include "search/snapshot_search.h"
#include "search/spelling_labels.h"
#include "search/tag_selection.h"
#include "snapshot/doc_bits.h"
#include "snapshot/snapshot.h"

namespace ficsearch::search {

// How many works of every meaning of the resident part a request that filters nothing has, counted
// as facets are. The first call takes a pass over the works.
const snapshot::Snapshot::MeaningCounts& counts_of_all_works(const store::Reader& reader,
                                                             snapshot::Snapshot& snapshot,
                                                             std::uint8_t places);

// What the works bear that a plan leaves, by the numbers of meanings, counted only as far as
// somebody asks. The resident twin of borne_tags: both give the same.
//
// Where nothing is filtered all counts are ready. Otherwise the works are one set, as in a search:
// a few are scanned, of more each meaning that is asked for is intersected with the set.
// Threads: one. Throws Error: `timeout`, `query_limit`, `index_corrupt`; and what Xapian throws.
class BorneMeanings {
 public:
  // Needs a snapshot whose resident part is built, and builds what completion needs. All that is
  // given must outlive this.
  BorneMeanings(const query::Plan& plan, const SearchRequest& request,
                const SearchSources& sources);
  BorneMeanings(const BorneMeanings&) = delete;
  BorneMeanings& operator=(const BorneMeanings&) = delete;

  const snapshot::Snapshot::Resident& resident() const noexcept { return resident_; }
  const snapshot::Snapshot::Completions& completions() const noexcept { return completions_; }

  // Of all works, so no less than `works`.
  std::uint64_t works_at_most(std::uint32_t meaning) const noexcept { return of_all_[meaning]; }
  // Of the works that the plan leaves.
  std::uint64_t works(std::uint32_t meaning);

  // Without folded key and sounds. `works`: its count, not 0.
  BorneTag tag(std::uint32_t meaning, std::uint64_t works);
  // What it is called among the works that the plan leaves.
  std::string label(std::uint32_t meaning, std::uint64_t works) {
    return labels_.label(meaning, works,
                         matching_ ? *matching_ : sources_.snapshot.live(sources_.reader));
  }
  // Makes works() cheap for every meaning: takes a pass over the works, if it has not been taken.
  void count_all() {
    if (matching_ && !is_scanned_) scan();
  }
  // Everything that is borne, in the order of the meanings. Takes that pass, and some microseconds
  // for each tag.
  std::vector<BorneTag> all();

 private:
  void scan();
  void add_names(std::uint32_t meaning, BorneTag& tag) const;
  std::uint64_t intersected(std::uint32_t meaning);

  const SearchSources& sources_;
  const snapshot::Snapshot::Resident& resident_;
  const snapshot::Snapshot::Completions& completions_;
  TagSelector selector_;
  SetQuery sets_;
  SpellingLabels labels_;
  MatchingWorks plan_works_;
  std::uint8_t places_;
  const snapshot::Snapshot::MeaningCounts& of_all_;
  std::optional<snapshot::DocBits> matching_;  // none: every work is left
  bool is_scanned_ = false;                    // then the sources' counter has the counts
};

}  // namespace ficsearch::search
