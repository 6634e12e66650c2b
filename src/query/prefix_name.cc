// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/prefix_name.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"

namespace ficsearch::query {
namespace {

// Names besides those of the facets and fields themselves. 文字数 is what Japanese sites call
// length.
constexpr std::array<std::pair<std::string_view, PrefixMeaning>, 18> kNames{{
    {"tag", AnyFacet{}},
    {"tags", AnyFacet{}},
    {"lang", Facet::language},
    {"is", Facet::status},
    {"title", TextField::title},
    {"text", TextField::text},
    {"summary", SummaryOnly{}},
    {"date", Field::updated},
    {"length", Field::words},
    {"文字数", Field::words},
    {"rating", Field::rating},
    {"complete", CompleteFlag{}},
    {"sort", SortOrder{}},
    {"order", SortOrder{}},
    {"profile", SavedFilter{}},
    {"filter_id", SavedFilter{}},
    {"search", SavedFilter{}},
    {"vl", SavedFilter{}},
}};

constexpr std::array kRangeFields{Field::published, Field::updated,  Field::words,    Field::kudos,
                                  Field::hits,      Field::comments, Field::bookmarks};

// Optimal string alignment: edits are insertions, deletions, changes and swaps of neighbours.
// Quadratic, on names of a dozen letters.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

// Slips seldom hit the first letter, and names of four letters have many neighbours: "Fate" is no
// slip of "date".
bool may_be_slip_of(std::string_view typed, std::string_view name) {
  if (name.size() < 4) return false;
  if (name.size() == 4 && typed.front() != name.front()) return false;
  return edit_distance(typed, name) <= (name.size() <= 5 ? 1u : 2u);
}

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
    if (!may_be_slip_of(typed, known)) return;
    if (!nearest || edit_distance(typed, known) < edit_distance(typed, *nearest)) nearest = known;
  };
  for (const auto& [known, meaning] : kNames) consider(known);
  for (const Field field : kRangeFields) consider(to_string(field));
  for (const Facet facet : kAllFacets) consider(to_string(facet));
  return nearest;
}

}  // namespace ficsearch::query
