// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/matching_works.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "search/tag_selection.h"
#include "search/text_query.h"
#include "snapshot/doc_set.h"
#include "store/terms.h"

namespace ficsearch::search {
namespace {

using snapshot::DocBits;
using snapshot::DocSet;

// Of a list that is kept, the union of so many written forms or more is kept, too.
constexpr std::size_t kLongList = 32;

}  // namespace

DocBits MatchingWorks::excluded(const ExcludedTags& of_entries) {
  DocBits excluded = snapshot_.no_works();
  for (const auto& list : of_entries.lists()) {
    sets_.deadline().check();
    if (const auto kept = kept_union(*list))
      kept->add_to(excluded);
    else
      add_list(excluded, *list);
  }
  return excluded;
}

// What is excluded is taken from the works there are, list by list: there need be no union of it.
void MatchingWorks::exclude(DocBits& works, const ExcludedTags& of_entries) {
  if (plan_.exclude.empty()) return;
  const std::uint64_t count = works.count();
  for (const auto& list : of_entries.lists()) {
    sets_.deadline().check();
    if (const auto kept = kept_union(*list)) {
      kept->subtract_from(works);
      continue;
    }
    sets_.subtract_tags(works, count, list->only_tags, Side::exclude);
    if (!list->has_others) continue;
    for (const query::Entry& entry : *list->entries)
      if (!is_of_tags(entry.node)) works.subtract(sets_.set_of(entry.node, Side::exclude));
  }
}

void MatchingWorks::add_list(DocBits& excluded, const ExcludeList& list) {
  sets_.add_tags(excluded, list.only_tags, Side::exclude);
  if (!list.has_others) return;
  for (const query::Entry& entry : *list.entries)
    if (!is_of_tags(entry.node)) sets_.add(excluded, entry.node, Side::exclude);
}

// The works that a list leaves out, if the list is kept and it is worth it: of the request, only
// the scope of parts has a say in that.
std::shared_ptr<const DocSet> MatchingWorks::kept_union(const ExcludeList& list) {
  if (list.number == 0 || (list.only_tags.size() < kLongList && !list.has_others)) return nullptr;
  const std::string key =
      (request_.part_scope == PartScope::main ? "list of main parts " : "list ") +
      std::to_string(list.number);
  return snapshot_.sets().get(key, [&] {
    DocBits together = snapshot_.no_works();
    add_list(together, list);
    return DocSet(together);
  });
}

DocBits MatchingWorks::positive(std::optional<Facet> left_out) {
  std::vector<const query::PlanNode*> nodes;
  std::vector<const query::TextPhrase*> phrases;
  const auto require = [&](const query::PlanNode& node) {
    if (const auto* phrase = std::get_if<query::TextPhrase>(&node.value);
        phrase != nullptr && has_only_prose(*phrase))
      phrases.push_back(phrase);
    else
      nodes.push_back(&node);
  };
  for (const query::PlanNode& node : plan_.require) require(node);
  for (const query::Entry& entry : plan_.include)
    if (!left_out || entry.facet != left_out) require(entry.node);
  if (phrases.empty()) return sets_.set_of_all(nodes, Side::include);
  DocBits works = snapshot_.no_works();
  if (!nodes.empty()) {
    works = sets_.set_of_all(nodes, Side::include);
    if (works.is_empty()) return works;
  }
  // Together: a rare one spares the others most of their works.
  DocBits all_of = snapshot_.no_works();
  sets_.add_all_of(all_of, phrases);
  if (!nodes.empty()) all_of.intersect(works);
  return all_of;
}

}  // namespace ficsearch::search
