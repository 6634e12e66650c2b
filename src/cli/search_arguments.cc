// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/search_arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>

#include "cli/exclude_file.h"
#include "cli/options.h"
#include "ficsearch/error.h"
#include "ficsearch/facet.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kMaxTimeoutMs = 3'600'000;

std::vector<FilterItem> items_of(const Arguments& arguments, const Option& option) {
  std::vector<FilterItem> items;
  for (const std::string& text : arguments.values(option)) {
    items.push_back(parse_filter_item(text));
    if (arguments.has(options::kWritten)) items.back().match = Match::written;
  }
  return items;
}

std::vector<FilterItem> excludes_of(const Arguments& arguments, Console& console) {
  std::vector<FilterItem> items = items_of(arguments, options::kExclude);
  for (const std::string& file : arguments.values(options::kExcludeFrom)) {
    std::vector<FilterItem> listed = read_exclude_file(file, console);
    items.insert(items.end(), std::make_move_iterator(listed.begin()),
                 std::make_move_iterator(listed.end()));
  }
  return items;
}

std::optional<std::chrono::milliseconds> timeout_of(const Arguments& arguments) {
  const auto milliseconds = arguments.number(options::kTimeout, kMaxTimeoutMs);
  if (milliseconds == 0)
    throw Error(ErrorCode::bad_value, "--timeout cannot be 0", {},
                "leave it out to take whatever time it takes");
  if (!milliseconds) return std::nullopt;
  return std::chrono::milliseconds(*milliseconds);
}

}  // namespace

std::vector<const Option*> filter_options() {
  return {&options::kInclude,  &options::kExclude,  &options::kExcludeFrom,    &options::kWritten,
          &options::kFilter,   &options::kProfile,  &options::kWithoutProfile, &options::kMaxRating,
          &options::kLanguage, &options::kSpoilers, &options::kPartScope,      &options::kMentions,
          &options::kTimeout};
}

std::vector<const Option*> profile_options() {
  return {&options::kProfile, &options::kWithoutProfile};
}

SearchRequest profiles_of(const Arguments& arguments) {
  SearchRequest request;
  request.profile = arguments.value(options::kProfile);
  request.without_profile = arguments.has(options::kWithoutProfile);
  return request;
}

SearchRequest filters_of(const Arguments& arguments, Console& console) {
  SearchRequest request = profiles_of(arguments);
  request.query = arguments.joined_operands();
  request.filter = arguments.value(options::kFilter).value_or("");
  request.include = items_of(arguments, options::kInclude);
  request.exclude = excludes_of(arguments, console);
  if (const auto rating = arguments.value(options::kMaxRating))
    request.max_rating = rating_of(*rating);
  request.languages = arguments.values(options::kLanguage);
  if (arguments.value(options::kSpoilers) == "all") request.spoilers = Spoilers::all;
  if (arguments.value(options::kPartScope) == "main") request.part_scope = PartScope::main;
  if (arguments.value(options::kMentions) == "exclude") request.mentions = Mentions::exclude;
  request.timeout = timeout_of(arguments);
  return request;
}

std::vector<Facet> facets_of(const Arguments& arguments) {
  std::vector<Facet> facets;
  for (const std::string& name : arguments.values(options::kFacet)) {
    const Facet facet = *find_facet(name);
    if (std::find(facets.begin(), facets.end(), facet) != facets.end())
      throw Error(ErrorCode::duplicate_parameter, fmt::format("--facet {} is given twice", name));
    facets.push_back(facet);
  }
  return facets;
}

FacetCounts facet_counts_of(const Arguments& arguments) {
  return arguments.value(options::kFacetCounts) == "closure" ? FacetCounts::closure
                                                             : FacetCounts::direct;
}

std::string query_with_offsets(const Arguments& arguments) {
  std::string query = arguments.joined_operands();
  for (const Option* named : {&options::kQuery, &options::kWhere})
    if (const auto text = arguments.value(*named)) query = *text;
  const std::string filter = arguments.value(options::kFilter).value_or("");
  if (filter.empty()) return query;
  return query.empty() ? filter : std::string();
}

}  // namespace ficsearch::cli
