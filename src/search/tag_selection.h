// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "query/plan.h"
#include "store/registry.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// A wildcard that names more written forms than this is refused, with the count: it is never cut.
inline constexpr std::size_t kMaxPrefixTags = 1000;

// What a selection is for. Exclusion also takes the written forms of which it is unsure whether
// they mean what is excluded; inclusion leaves them out.
enum class Side : std::uint8_t { include, exclude };

// Whether a node is made of tags alone and select_below gives just the written forms that it means.
bool is_of_tags(const query::PlanNode& node);

// Finds the written forms of an archive that a part of a plan means.
//
// Threads: one, as its registry. Throws what the registry throws.
class TagSelector {
 public:
  TagSelector(const tags::Dictionary& dictionary, const store::TagRegistry& registry)
      : dictionary_(dictionary), registry_(registry) {}

  // Sorted, each once; empty if the archive bears none of them.
  std::vector<store::TagId> select(const query::TagSet& set, Side side) const;
  std::vector<store::TagId> select(const query::WrittenTag& tag) const;
  // Every spelling that begins with the prefix, and every spelling of the concepts that have one
  // which does, with their narrower ones. Throws Error(`query_limit`) with the count above
  // kMaxPrefixTags.
  std::vector<store::TagId> select(const query::TagPrefix& prefix, Side side) const;

  const tags::Dictionary& dictionary() const noexcept { return dictionary_; }
  const store::TagRegistry& registry() const noexcept { return registry_; }

  // The written forms of everything below a node that is made of tags alone; other kinds of node
  // add nothing.
  std::vector<store::TagId> select_below(const query::PlanNode& node, Side side) const;

 private:
  void add_concept(std::vector<store::TagId>& tags, tags::ConceptRef ref,
                   std::optional<Facet> facet, Side side) const;
  void add_spelling(std::vector<store::TagId>& tags, std::string_view fold,
                    std::optional<Facet> facet, Side side) const;
  void add_joined(std::vector<store::TagId>& tags, const std::string& meaning, Side side,
                  const std::function<bool(Facet)>& accept) const;

  const tags::Dictionary& dictionary_;
  const store::TagRegistry& registry_;
};

}  // namespace ficsearch::search
