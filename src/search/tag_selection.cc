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
using store::TagRef;

void sort_unique(std::vector<TagId>& tags) {
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
}

template <typename Entries, typename Accept>
void add_entries(std::vector<TagId>& tags, const Entries& entries, Accept accept) {
  for (const auto& entry : entries)
    if (accept(entry)) tags.push_back(entry.id);
}

}  // namespace

bool is_of_tags(const query::PlanNode& node) {
  return std::holds_alternative<query::TagSet>(node.value) ||
         std::holds_alternative<query::WrittenTag>(node.value) ||
         std::holds_alternative<query::TagPrefix>(node.value);
}

std::vector<TagId> TagSelector::select(const query::TagSet& set, Side side) const {
  std::vector<TagId> tags;
  for (const std::string& id : set.concepts)
    if (const auto ref = dictionary_.find(id)) add_concept(tags, *ref, set.facet, side);
  for (const std::string& fold : set.spellings) add_spelling(tags, fold, set.facet, side);
  sort_unique(tags);
  return tags;
}

// Asked without a facet, a concept's spellings count in any facet. Asked within one, as far as a
// tag of the concept's own facet or a freeform tag can mean it: a set about a derived facet holds
// concepts of other facets.
void TagSelector::add_concept(std::vector<TagId>& tags, tags::ConceptRef ref,
                              std::optional<Facet> facet, Side side) const {
  const Facet own = dictionary_[ref].facet;
  const auto in_facet = [&](Facet of) { return !facet || of == own || of == Facet::freeform; };
  const std::string meaning = store::meaning_key(dictionary_[ref].id);
  for (const std::string& alias : dictionary_.alias_keys(ref))
    add_entries(tags, registry_.refs_with_fold(alias), [&](const TagRef& entry) {
      if (!in_facet(entry.facet)) return false;
      if (side == Side::exclude) return true;
      const auto join =
          registry_.join_of(entry.id);  // its marks may tell it apart from the concept
      return !join || (join->sure && join->meanings.front() == meaning);
    });
  add_joined(tags, meaning, side, in_facet);
}

void TagSelector::add_spelling(std::vector<TagId>& tags, std::string_view fold,
                               std::optional<Facet> facet, Side side) const {
  const auto in_facet = [&](Facet of) { return !facet || of == *facet; };
  add_entries(tags, registry_.refs_with_fold(fold),
              [&](const TagRef& entry) { return in_facet(entry.facet); });
  for (const Facet of : kAllFacets)
    if (!facet || of == *facet) add_joined(tags, store::meaning_key(of, fold), side, in_facet);
}

void TagSelector::add_joined(std::vector<TagId>& tags, const std::string& meaning, Side side,
                             const std::function<bool(Facet)>& accept) const {
  for (const TagId id : registry_.joined_to(meaning)) {
    if (!accept(registry_.entry(id).facet)) continue;
    const auto join = registry_.join_of(id);
    if (side == Side::exclude || (join && join->sure)) tags.push_back(id);
  }
}

std::vector<TagId> TagSelector::select(const query::WrittenTag& tag) const {
  std::vector<TagId> tags;
  add_entries(tags, registry_.with_fold(text::fold_key(tag.written)), [&](const TagEntry& entry) {
    return entry.written == tag.written && (!tag.facet || entry.facet == *tag.facet);
  });
  sort_unique(tags);
  return tags;
}

std::vector<TagId> TagSelector::select(const query::TagPrefix& prefix, Side side) const {
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
      select(query::TagSet{prefix.facet, {concepts.begin(), concepts.end()}, {}}, side);
  tags.insert(tags.end(), of_concepts.begin(), of_concepts.end());
  sort_unique(tags);
  if (tags.size() > kMaxPrefixTags)
    throw Error(ErrorCode::query_limit,
                "\"" + prefix.prefix + "*\" names " + std::to_string(tags.size()) + " tags; " +
                    std::to_string(kMaxPrefixTags) + " are allowed",
                {}, "give more letters before the *");
  return tags;
}

std::vector<TagId> TagSelector::select_below(const query::PlanNode& node, Side side) const {
  std::vector<TagId> tags;
  const auto add_all = [&](const query::PlanNodes& nodes) {
    for (const query::PlanNode& below : nodes) {
      const std::vector<TagId> more = select_below(below, side);
      tags.insert(tags.end(), more.begin(), more.end());
    }
  };
  if (const auto* set = std::get_if<query::TagSet>(&node.value)) return select(*set, side);
  if (const auto* written = std::get_if<query::WrittenTag>(&node.value)) return select(*written);
  if (const auto* prefix = std::get_if<query::TagPrefix>(&node.value)) return select(*prefix, side);
  if (const auto* both = std::get_if<query::PlanAnd>(&node.value)) add_all(both->nodes);
  if (const auto* any = std::get_if<query::PlanOr>(&node.value)) add_all(any->nodes);
  sort_unique(tags);
  return tags;
}

}  // namespace ficsearch::search
