// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/exclusion_gate.h"

#include <algorithm>
#include <bit>
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

}  // namespace

void ExclusionGate::NumberSet::reserve(std::size_t numbers) {
  slots_.assign(std::bit_ceil(numbers * 2), 0);
}

void ExclusionGate::NumberSet::insert(std::uint64_t number) {
  if (number == 0) has_zero_ = true;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = number & mask;
  while (slots_[slot] != 0 && slots_[slot] != number) slot = (slot + 1) & mask;
  slots_[slot] = number;
}

bool ExclusionGate::NumberSet::contains(std::uint64_t number) const noexcept {
  if (slots_.empty()) return false;
  if (number == 0) return has_zero_;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = number & mask;
  while (slots_[slot] != 0 && slots_[slot] != number) slot = (slot + 1) & mask;
  return slots_[slot] == number;
}

ExclusionGate::ExclusionGate(const query::Plan& plan, const ExcludedTags& excluded, PartScope scope,
                             const TagSelector& selector, Trust trust,
                             std::atomic<std::uint64_t>* withheld)
    : selector_(selector), scope_(scope), trust_(trust), withheld_(withheld) {
  for (std::size_t i = 0; i < plan.exclude.size(); ++i) {
    if (trust == Trust::registry && is_of_tags(plan.exclude[i].node))
      tags_.insert(tags_.end(), excluded[i].begin(), excluded[i].end());
    else
      collect(plan.exclude[i].node);
  }
  for (const query::PlanNode& node : plan.require)
    if (const auto* without = std::get_if<query::PlanNot>(&node.value)) collect(*without->node);
}

// A work is left out if it bears one of the tags that stand alone below `node` or beside others.
void ExclusionGate::collect(const query::PlanNode& node) {
  if (const auto* any = std::get_if<query::PlanOr>(&node.value))
    for (const query::PlanNode& below : any->nodes) collect(below);
  if (!is_of_tags(node)) return;
  const std::vector<store::TagId> more = selector_.select_below(node, Side::exclude);
  tags_.insert(tags_.end(), more.begin(), more.end());
  if (const auto* set = std::get_if<query::TagSet>(&node.value); set && trust_ == Trust::nothing)
    sets_.push_back(set);
}

void ExclusionGate::check(const Work& work) {
  if (excluded_.is_empty() && !tags_.empty()) {
    excluded_.reserve(tags_.size());
    for (const store::TagId tag : tags_)
      excluded_.insert(static_cast<std::uint64_t>(selector_.registry().hash_of(tag)));
  }
  for_each_form(work, scope_, [&](Facet facet, std::string_view written) {
    if (!written.empty() && is_excluded(facet, written)) withhold(work, written);
  });
}

bool ExclusionGate::may_be_excluded(std::uint32_t document,
                                    const snapshot::Snapshot::Resident& resident) {
  if (meanings_.is_empty() && !tags_.empty()) {
    meanings_.reserve(tags_.size());
    for (const store::TagId tag : tags_) meanings_.insert(resident.meanings.of(tag));
  }
  const std::uint8_t counted = store::counted_places(Spoilers::all, scope_);
  return resident.forward.of(document).any_of([&](store::TagId form, std::uint8_t places) {
    return (places & counted) != 0 && meanings_.contains(resident.meanings.of(form));
  });
}

bool ExclusionGate::is_excluded(Facet facet, std::string_view written) {
  const auto form = static_cast<std::uint64_t>(store::terms::tag_hash(facet, written));
  if (excluded_.contains(form)) return true;
  if (sets_.empty()) return false;
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
  const auto has = [](const std::vector<std::string>& sorted, const std::string& value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
  };
  return std::any_of(sets_.begin(), sets_.end(), [&](const query::TagSet* set) {
    if (has(set->spellings, fold) && (!set->facet || *set->facet == facet)) return true;
    if (!meaning.ref) return false;
    const Concept& subject = dictionary[*meaning.ref];
    return has(set->concepts, subject.id) &&
           (!set->facet || facet == subject.facet || facet == Facet::freeform);
  });
}

void ExclusionGate::withhold(const Work& work, std::string_view written) const {
  if (withheld_ != nullptr) withheld_->fetch_add(1, std::memory_order_relaxed);
  throw Error(ErrorCode::index_corrupt,
              "the index gave the work \"" + work.id + "\", which bears \"" + std::string(written) +
                  "\" and is excluded: it is damaged",
              {}, kDamageHint);
}

}  // namespace ficsearch::search
