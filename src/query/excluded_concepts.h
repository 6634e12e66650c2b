// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>

#include "query/plan.h"
#include "tags/dictionary.h"

namespace ficsearch::query {

// The concepts that a plan's exclude entries leave out, with what is narrower: what nobody who
// excludes them should be offered. They are collected when the first is asked about. Threads: one.
class ExcludedConcepts {
 public:
  // `dictionary` is the one that the plan was resolved by. Both must outlive this.
  ExcludedConcepts(const Plan& plan, const tags::Dictionary& dictionary)
      : plan_(plan), dictionary_(dictionary) {}

  bool contains(tags::ConceptRef ref) const;

 private:
  const Plan& plan_;
  const tags::Dictionary& dictionary_;
  mutable std::optional<std::set<tags::ConceptRef>> refs_;
};

}  // namespace ficsearch::query
