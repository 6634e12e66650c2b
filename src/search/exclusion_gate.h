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
#include "search/exclude_list.h"
#include "search/number_set.h"
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
  ExclusionGate(const ExclusionGate&) = delete;
  ExclusionGate& operator=(const ExclusionGate&) = delete;

  // Whether the plan excludes by tags at all.
  bool is_needed() const noexcept {
    return !lists_.empty() || !tags_.empty() || !spellings_.empty() || !concepts_.empty();
  }

  // Throws Error(`index_corrupt`) if `work` bears what the plan leaves out.
  void check(const Work& work);

  // Whether the forward index, which is read from the works' own lists, says that a work may bear
  // what the plan leaves out: then its record has to tell. Never false for a work that bears it.
  bool may_be_excluded(std::uint32_t document, const snapshot::Snapshot::Resident& resident);

 private:
  void collect_negated(const query::PlanNode& node);
  void collect_set(const query::PlanNode& node);
  bool is_excluded(Facet facet, std::string_view written);
  bool is_excluded_by_meaning(Facet facet, std::string_view written) const;
  [[noreturn]] void withhold(const Work& work, std::string_view written) const;

  const TagSelector& selector_;
  PartScope scope_;
  Trust trust_;
  std::atomic<std::uint64_t>* withheld_;
  std::vector<ExcludedTags::Shared> lists_;  // that exclude by tags
  std::vector<store::TagId> tags_;           // that the query negates
  std::vector<const NumberSet*> hashes_;     // of all of them; taken when a record comes
  std::vector<const NumberSet*> meanings_;   // what they mean; taken when first asked about
  NumberSet hashes_of_tags_;
  NumberSet meanings_of_tags_;
  // What the plan's sets of tags hold, for Trust::nothing: folded keys with the facets in which
  // they are excluded, a bit each; and ids of concepts, of which all spellings are, or those that
  // are freeform tags or of the concept's own facet.
  enum class Reach : std::uint8_t { own_facet, any_facet };
  std::unordered_map<std::string_view, std::uint32_t> spellings_;
  std::unordered_map<std::string_view, Reach> concepts_;
  std::unordered_map<std::uint64_t, bool> by_meaning_;  // verdicts, by hash of the written form
};

}  // namespace ficsearch::search
