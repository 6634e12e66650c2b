// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/matching_works.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "search/tag_selection.h"
#include "snapshot/doc_set.h"
#include "store/terms.h"

namespace ficsearch::search {
namespace {

using snapshot::DocBits;

// The union of so many written forms or more is kept for the next page of the same reader.
constexpr std::size_t kLongList = 32;

}  // namespace

DocBits MatchingWorks::excluded(const ExcludedTags& of_entries) {
  std::vector<store::TagId> tags;
  DocBits excluded = snapshot_.no_works();
  for (std::size_t i = 0; i < plan_.exclude.size(); ++i) {
    if (is_of_tags(plan_.exclude[i].node))
      tags.insert(tags.end(), of_entries[i].begin(), of_entries[i].end());
    else
      sets_.add(excluded, plan_.exclude[i].node, Side::exclude);
  }
  if (tags.size() < kLongList) {
    sets_.add_tags(excluded, tags, Side::exclude);
    return excluded;
  }
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  std::string key = request_.part_scope == PartScope::main ? "main" : "any";
  key.append(reinterpret_cast<const char*>(tags.data()), tags.size() * sizeof(store::TagId));
  const auto make = [&] {
    DocBits together = snapshot_.no_works();
    sets_.add_tags(together, tags, Side::exclude);
    return snapshot::DocSet(together);
  };
  snapshot_.sets().get(key, make)->add_to(excluded);
  return excluded;
}

DocBits MatchingWorks::positive(std::optional<Facet> left_out) {
  std::optional<DocBits> works;
  const auto require = [&](const query::PlanNode& node) {
    DocBits set = sets_.set_of(node, Side::include);
    if (works)
      works->intersect(set);
    else
      works = std::move(set);
  };
  for (const query::PlanNode& node : plan_.require) require(node);
  for (const query::Entry& entry : plan_.include)
    if (!left_out || entry.facet != left_out) require(entry.node);
  return works ? std::move(*works) : snapshot_.live(reader_);
}

}  // namespace ficsearch::search
