// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tag_selection.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "ficsearch/error.h"
#include "text/keys.h"

namespace ficsearch::search {
namespace {

using store::TagEntry;
using store::TagId;

void sort_unique(std::vector<TagId>& tags) {
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
}

template <typename Accept>
void add_entries(std::vector<TagId>& tags, const std::vector<TagEntry>& entries, Accept accept) {
  for (const TagEntry& entry : entries)
    if (accept(entry)) tags.push_back(entry.id);
}

}  // namespace

std::vector<TagId> TagSelector::select(const query::TagSet& set) const {
  std::vector<TagId> tags;
  for (const std::string& id : set.concepts) {
    const auto ref = dictionary_.find(id);
    if (!ref) continue;
    const Facet own = dictionary_[*ref].facet;
    // Asked without a facet, a concept's aliases count in any facet. Asked within one, as far as a
    // tag of that facet or a freeform tag can mean this concept; a derived facet's set holds
    // concepts of other facets, so theirs decides.
    for (const std::string& alias : dictionary_.alias_keys(*ref))
      add_entries(tags, registry_.with_fold(alias), [&](const TagEntry& entry) {
        return !set.facet || entry.facet == own || entry.facet == Facet::freeform;
      });
  }
  for (const std::string& fold : set.spellings)
    add_entries(tags, registry_.with_fold(fold),
                [&](const TagEntry& entry) { return !set.facet || entry.facet == *set.facet; });
  sort_unique(tags);
  return tags;
}

std::vector<TagId> TagSelector::select(const query::WrittenTag& tag) const {
  std::vector<TagId> tags;
  add_entries(tags, registry_.with_fold(text::fold_key(tag.written)), [&](const TagEntry& entry) {
    return entry.written == tag.written && (!tag.facet || entry.facet == *tag.facet);
  });
  sort_unique(tags);
  return tags;
}

std::vector<TagId> TagSelector::select(const query::TagPrefix& prefix) const {
  std::vector<TagId> tags;
  add_entries(tags, registry_.with_fold_prefix(prefix.prefix),
              [&](const TagEntry& entry) { return !prefix.facet || entry.facet == *prefix.facet; });
  std::set<std::string> concepts;
  for (std::size_t i = 0; i < dictionary_.concepts().size(); ++i) {
    const auto ref = static_cast<tags::ConceptRef>(i);
    if (prefix.facet && *prefix.facet != Facet::freeform && dictionary_[ref].facet != *prefix.facet)
      continue;
    const std::span<const std::string> aliases = dictionary_.alias_keys(ref);
    const auto first = std::lower_bound(aliases.begin(), aliases.end(), prefix.prefix);
    if (first == aliases.end() || !first->starts_with(prefix.prefix)) continue;
    for (const tags::ConceptRef narrower : dictionary_.with_narrower(ref))
      concepts.insert(dictionary_[narrower].id);
  }
  const std::vector<TagId> of_concepts =
      select(query::TagSet{prefix.facet, {concepts.begin(), concepts.end()}, {}});
  tags.insert(tags.end(), of_concepts.begin(), of_concepts.end());
  sort_unique(tags);
  if (tags.size() > kMaxPrefixTags)
    throw Error(ErrorCode::query_limit,
                "\"" + prefix.prefix + "*\" names " + std::to_string(tags.size()) + " tags; " +
                    std::to_string(kMaxPrefixTags) + " are allowed",
                {}, "give more letters before the *");
  return tags;
}

std::vector<TagId> TagSelector::select_below(const query::PlanNode& node) const {
  std::vector<TagId> tags;
  const auto add_all = [&](const query::PlanNodes& nodes) {
    for (const query::PlanNode& below : nodes) {
      const std::vector<TagId> more = select_below(below);
      tags.insert(tags.end(), more.begin(), more.end());
    }
  };
  if (const auto* set = std::get_if<query::TagSet>(&node.value)) return select(*set);
  if (const auto* written = std::get_if<query::WrittenTag>(&node.value)) return select(*written);
  if (const auto* prefix = std::get_if<query::TagPrefix>(&node.value)) return select(*prefix);
  if (const auto* both = std::get_if<query::PlanAnd>(&node.value)) add_all(both->nodes);
  if (const auto* any = std::get_if<query::PlanOr>(&node.value)) add_all(any->nodes);
  sort_unique(tags);
  return tags;
}

}  // namespace ficsearch::search
