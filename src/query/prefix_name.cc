// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/prefix_name.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/edit_distance.h"

namespace ficsearch::query {
namespace {

// Names besides those of the facets and fields themselves. 文字数 is what Japanese sites call
// length.
constexpr std::array<std::pair<std::string_view, PrefixMeaning>, 19> kNames{{
    {"tag", AnyFacet{}},          {"tags", AnyFacet{}},         {"lang", Facet::language},
    {"is", Facet::status},        {"title", TextField::title},  {"summary", TextField::summary},
    {"body", TextField::body},    {"text", TextField::text},    {"date", Field::updated},
    {"length", Field::words},     {"文字数", Field::words},     {"rating", Field::rating},
    {"complete", CompleteFlag{}}, {"sort", SortOrder{}},        {"order", SortOrder{}},
    {"profile", ProfileName{}},   {"filter_id", SavedFilter{}}, {"search", SavedFilter{}},
    {"vl", SavedFilter{}},
}};

constexpr std::array kRangeFields{Field::published, Field::updated,  Field::words,    Field::kudos,
                                  Field::hits,      Field::comments, Field::bookmarks};

}  // namespace

std::optional<PrefixMeaning> find_prefix(std::string_view name) {
  for (const auto& [known, meaning] : kNames)
    if (base::equal_ignoring_case(name, known)) return meaning;
  for (const Field field : kRangeFields)
    if (base::equal_ignoring_case(name, to_string(field))) return field;
  if (const auto facet = find_facet(name)) return *facet;
  return std::nullopt;
}

std::optional<std::string_view> nearest_prefix(std::string_view name) {
  std::string typed(name);
  std::transform(typed.begin(), typed.end(), typed.begin(), base::ascii_lower);
  std::optional<std::string_view> nearest;
  const auto consider = [&](std::string_view known) {
    if (!base::may_be_slip_of(typed, known)) return;
    if (!nearest || base::edit_distance(typed, known) < base::edit_distance(typed, *nearest))
      nearest = known;
  };
  for (const auto& [known, meaning] : kNames) consider(known);
  for (const Field field : kRangeFields) consider(to_string(field));
  for (const Facet facet : kAllFacets) consider(to_string(facet));
  return nearest;
}

}  // namespace ficsearch::query
