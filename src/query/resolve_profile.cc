// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile asks for is a condition and not an include, so that no facet count leaves it out.
#include <optional>
#include <utility>

#include "query/entry_resolver.h"
#include "query/limits.h"
#include "query/plan.h"

namespace ficsearch::query {
namespace {

// What a profile that is to be saved would leave out, with what is left out always. Its includes
// are no part of it: one that nobody knows would leave nothing.
Plan filters_of(const ProfileParts& parts, Mentions mentions, const ResolveContext& context) {
  Plan filters;
  filters.exclude = parts.exclude;
  if (const auto enforced = context.profiles.enforced()) {
    const ProfileParts always =
        resolve_profile({*enforced, FilterOrigin::enforced, ""}, mentions, context, nullptr);
    filters.require = always.require;
    for (const auto& chunk : always.exclude.chunks()) filters.exclude.append(chunk);
  }
  return filters;
}

}  // namespace

ProfileParts resolve_profile(const SavedProfile& saved, Mentions mentions,
                             const ResolveContext& context, std::vector<Warning>* warnings) {
  const auto& [profile, origin, name] = saved;
  TagWarnings collected(context);
  const EntryResolver entries(context, mentions, warnings != nullptr ? &collected : nullptr,
                              origin);
  ProfileParts parts;
  const auto require = [&](PlanNode node, std::string input) {
    parts.require.push_back(std::move(node));
    parts.conditions.push_back({std::move(input), saved.origin});
  };
  for (const FilterItem& item : profile.include)
    require(entries.of_item(item, Side::include).node, input_of(item));
  if (profile.max_rating)
    require(rating_limit(*profile.max_rating), rating_input(*profile.max_rating));
  if (!profile.languages.empty())
    require(one_of_languages(profile.languages), languages_input(profile.languages));
  parts.exclude.append(entries.of_saved_list(profile.exclude, name));
  if (warnings != nullptr) *warnings = collected.take(filters_of(parts, mentions, context));
  return parts;
}

}  // namespace ficsearch::query
