// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ficsearch/search.h"
#include "ficsearch/work.h"
#include "query/plan.h"
#include "search/applied.h"
#include "search/tag_selection.h"
#include "snapshot/snapshot.h"
#include "store/registry.h"
#include "store/terms.h"

namespace ficsearch::search {

// The second gate of exclusion. Xapian's tables have no checksums, so a flipped bit in a posting
// list could let an excluded work through. Before a work leaves the library, what its own record
// says that it bears is held against the exclusions once more: the record ends in a checksum and
// had no part in finding the work.
//
// A work that should not have been found is an error (`index_corrupt`) for the whole search. To
// leave it out would hide the damage. Looks at exclusions by tags, at those of profiles and at
// negated tags of the query. Threads: one. All that it is given must outlive it.
class ExclusionGate {
 public:
  // How far the gate trusts the registry.
  enum class Trust : std::uint8_t {
    registry,  // written forms are excluded if the selection says so: a hash and a look a form
    nothing,   // each form must also be found in the registry by its folded key, and not mean what
               // is excluded: where the registry is read as it is asked
  };

  // `excluded` are the selected forms of the plan's exclude entries. `withheld`, if not null,
  // counts the works that were kept back.
  ExclusionGate(const query::Plan& plan, const ExcludedTags& excluded, PartScope scope,
                const TagSelector& selector, Trust trust, std::atomic<std::uint64_t>* withheld);

  // Whether the plan excludes by tags at all.
  bool is_needed() const noexcept { return !tags_.empty() || !sets_.empty(); }

  // Throws Error(`index_corrupt`) if `work` bears what the plan leaves out.
  void check(const Work& work);

  // Whether the forward index, which is read from the works' own lists, says that a work may bear
  // what the plan leaves out: then its record has to tell. Never false for a work that bears it.
  bool may_be_excluded(std::uint32_t document, const snapshot::Snapshot::Resident& resident);

 private:
  // Numbers in a table of at least twice their number, with linear probing.
  class NumberSet {
   public:
    void reserve(std::size_t numbers);
    void insert(std::uint64_t number);
    bool contains(std::uint64_t number) const noexcept;
    bool is_empty() const noexcept { return slots_.empty(); }

   private:
    std::vector<std::uint64_t> slots_;  // 0: free
    bool has_zero_ = false;
  };

  void collect(const query::PlanNode& node);
  bool is_excluded(Facet facet, std::string_view written);
  bool is_excluded_by_meaning(Facet facet, std::string_view written) const;
  [[noreturn]] void withhold(const Work& work, std::string_view written) const;

  const TagSelector& selector_;
  PartScope scope_;
  Trust trust_;
  std::atomic<std::uint64_t>* withheld_;
  std::vector<store::TagId> tags_;          // that are excluded
  NumberSet excluded_;                      // their hashes; made when the first record comes
  NumberSet meanings_;                      // what they mean; made when first asked about
  std::vector<const query::TagSet*> sets_;  // of the plan
  std::unordered_map<std::uint64_t, bool> by_meaning_;  // verdicts, by hash of the written form
};

}  // namespace ficsearch::search
