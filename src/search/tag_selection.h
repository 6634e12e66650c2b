// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "query/plan.h"
#include "store/registry.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// A wildcard that names more written forms than this is refused, with the count: it is never cut.
inline constexpr std::size_t kMaxPrefixTags = 1000;

// Finds the written forms of an archive that a part of a plan means.
//
// Threads: one, as its registry. Throws what the registry throws.
class TagSelector {
 public:
  TagSelector(const tags::Dictionary& dictionary, const store::TagRegistry& registry)
      : dictionary_(dictionary), registry_(registry) {}

  // Sorted, each once; empty if the archive bears none of them.
  std::vector<store::TagId> select(const query::TagSet& set) const;
  std::vector<store::TagId> select(const query::WrittenTag& tag) const;
  // Every spelling that begins with the prefix, and every spelling of the concepts that have one
  // which does, with their narrower ones. Throws Error(`query_limit`) with the count above
  // kMaxPrefixTags.
  std::vector<store::TagId> select(const query::TagPrefix& prefix) const;

  // The written forms of everything below a node that is made of tags alone; other kinds of node
  // add nothing.
  std::vector<store::TagId> select_below(const query::PlanNode& node) const;

 private:
  const tags::Dictionary& dictionary_;
  const store::TagRegistry& registry_;
};

}  // namespace ficsearch::search
