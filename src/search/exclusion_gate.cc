// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/exclusion_gate.h"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

#include "ficsearch/error.h"
#include "snapshot/tag_meaning.h"
#include "store/slots.h"
#include "text/keys.h"

namespace ficsearch::search {
namespace {

constexpr const char* kDamageHint = "restore a backup, or import the works into a new index";

// Calls visit(facet, written form) with everything that the index counts as a tag of a work
// (index/labels.h), as far as it counts under `scope`.
template <typename Visit>
void for_each_form(const Work& work, PartScope scope, Visit visit) {
  const auto visit_tags = [&](const std::vector<Tag>& tags) {
    for (const Tag& tag : tags) visit(tag.facet, std::string_view(tag.name));
  };
  const auto visit_all = [&](Facet facet, const std::vector<std::string>& names) {
    for (const std::string& name : names) visit(facet, std::string_view(name));
  };
  visit_tags(work.tags);
  for (const Part& part : work.parts)
    if (part.main || scope == PartScope::any) visit_tags(part.tags);
  visit_all(Facet::author, work.authors);
  visit_all(Facet::series, work.series);
  visit_all(Facet::collection, work.collections);
  visit(Facet::language, std::string_view(work.language));
  visit(Facet::rating, to_string(rating_of(work.rating)));
  visit(Facet::status, std::string_view(work.status));
  visit(Facet::medium, std::string_view(work.medium));
}

std::uint32_t bit_of(Facet facet) {
  return std::uint32_t{1} << static_cast<unsigned>(facet);
}

bool is_among(const std::vector<const NumberSet*>& sets, std::uint64_t number) {
  return std::any_of(sets.begin(), sets.end(),
                     [&](const NumberSet* set) { return set->contains(number); });
}

}  // namespace

ExclusionGate::ExclusionGate(const query::Plan& plan, const ExcludedTags& excluded, PartScope scope,
                             const TagSelector& selector, Trust trust,
                             std::atomic<std::uint64_t>* withheld)
    : selector_(selector), scope_(scope), trust_(trust), withheld_(withheld) {
  for (const ExcludedTags::Shared& list : excluded.lists())
    if (!list->sufficient_tags.empty()) lists_.push_back(list);
  if (trust == Trust::nothing)
    for (const query::Entry& entry : plan.exclude)
      for_each_sufficient(entry.node, [&](const query::PlanNode& part) { collect_set(part); });
  for (const query::PlanNode& node : plan.require)
    if (const auto* without = std::get_if<query::PlanNot>(&node.value))
      for_each_sufficient(*without->node,
                          [&](const query::PlanNode& part) { collect_negated(part); });
}

void ExclusionGate::collect_negated(const query::PlanNode& node) {
  const std::vector<store::TagId> more = selector_.select_below(node, Side::exclude);
  tags_.insert(tags_.end(), more.begin(), more.end());
  if (trust_ == Trust::nothing) collect_set(node);
}

void ExclusionGate::collect_set(const query::PlanNode& node) {
  const auto* set = std::get_if<query::TagSet>(&node.value);
  if (set == nullptr) return;
  const std::uint32_t facets = set->facet ? bit_of(*set->facet) : ~std::uint32_t{0};
  for (const std::string& fold : set->spellings) spellings_[fold] |= facets;
  for (const std::string& id : set->concepts) {
    Reach& reach = concepts_[id];
    if (!set->facet) reach = Reach::any_facet;
  }
}

void ExclusionGate::check(const Work& work) {
  if (hashes_.empty()) {
    for (const ExcludedTags::Shared& list : lists_)
      hashes_.push_back(&list->hashes(selector_.registry()));
    hashes_of_tags_ = NumberSet(tags_.size());
    for (const store::TagId tag : tags_)
      hashes_of_tags_.insert(static_cast<std::uint64_t>(selector_.registry().hash_of(tag)));
    hashes_.push_back(&hashes_of_tags_);
  }
  for_each_form(work, scope_, [&](Facet facet, std::string_view written) {
    if (!written.empty() && is_excluded(facet, written)) withhold(work, written);
  });
}

bool ExclusionGate::may_be_excluded(std::uint32_t document,
                                    const snapshot::Snapshot::Resident& resident) {
  if (meanings_.empty()) {
    for (const ExcludedTags::Shared& list : lists_)
      meanings_.push_back(&list->meanings(resident.meanings));
    if (!tags_.empty()) {
      meanings_of_tags_ = NumberSet(tags_.size());
      for (const store::TagId tag : tags_) meanings_of_tags_.insert(resident.meanings.of(tag));
      meanings_.push_back(&meanings_of_tags_);
    }
  }
  const std::uint8_t counted = store::counted_places(Spoilers::all, scope_);
  bool may_be = false;
  resident.forward.of(document).for_each_fetched(
      [&](store::TagId form) { resident.meanings.fetch(form); },
      [&](store::TagId form, std::uint8_t places) {
        may_be =
            may_be || ((places & counted) != 0 && is_among(meanings_, resident.meanings.of(form)));
      });
  return may_be;
}

bool ExclusionGate::is_excluded(Facet facet, std::string_view written) {
  const auto form = static_cast<std::uint64_t>(store::terms::tag_hash(facet, written));
  if (is_among(hashes_, form)) return true;
  if (trust_ == Trust::registry) return false;
  const auto [verdict, is_new] = by_meaning_.try_emplace(form);
  if (is_new) verdict->second = is_excluded_by_meaning(facet, written);
  return verdict->second;
}

// What the form is, found from the form and not from lists of the registry that may have lost it.
bool ExclusionGate::is_excluded_by_meaning(Facet facet, std::string_view written) const {
  const store::TagRegistry& registry = selector_.registry();
  const tags::Dictionary& dictionary = selector_.dictionary();
  const std::string fold = text::fold_key(written);
  const std::vector<store::TagEntry> entries = registry.with_fold(fold);
  const auto entry =
      std::find_if(entries.begin(), entries.end(), [&](const store::TagEntry& candidate) {
        return candidate.facet == facet && candidate.written == written;
      });
  if (entry == entries.end())
    throw Error(ErrorCode::index_corrupt,
                "the tag \"" + std::string(written) + "\" of a work is not in the registry", {},
                kDamageHint);
  const snapshot::TagMeaning meaning =
      snapshot::meaning_of(*entry, registry.join_of(entry->id), dictionary);
  if (const auto found = spellings_.find(fold);
      found != spellings_.end() && (found->second & bit_of(facet)) != 0)
    return true;
  if (!meaning.ref) return false;
  const Concept& subject = dictionary[*meaning.ref];
  const auto found = concepts_.find(subject.id);
  return found != concepts_.end() &&
         (found->second == Reach::any_facet || facet == subject.facet || facet == Facet::freeform);
}

void ExclusionGate::withhold(const Work& work, std::string_view written) const {
  if (withheld_ != nullptr) withheld_->fetch_add(1, std::memory_order_relaxed);
  throw Error(ErrorCode::index_corrupt,
              "the index gave the work \"" + work.id + "\", which bears \"" + std::string(written) +
                  "\" and is excluded: it is damaged",
              {}, kDamageHint);
}

}  // namespace ficsearch::search
