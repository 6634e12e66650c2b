// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a search request. A key that is misspelt, repeated or of the wrong type could be the
// reader's blocklist, so nothing that is not understood is passed over: every key of every object
// is known or an error.
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kSuggest = "suggest";
constexpr std::uint64_t kMaxLimit = 1000;
constexpr std::uint64_t kMaxTimeoutMs = 3'600'000;
// Deeper than any request, and little enough that a hostile one costs nothing.
constexpr std::size_t kMaxDepth = 16;

std::string in_quotes(std::string_view name) {
  return '"' + std::string(name) + '"';
}

[[noreturn]] void throw_bad_value(std::string_view key, const std::string& wanted) {
  throw Error(ErrorCode::bad_value, in_quotes(key) + " must be " + wanted);
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  const std::vector<std::string> nearest = nearest_names(name, known, 1);
  return nearest.empty() ? std::string() : "did you mean " + in_quotes(nearest.front()) + "?";
}

std::string_view text_of(element value, std::string_view key) {
  std::string_view text;
  if (value.get_string().get(text)) throw_bad_value(key, "a string");
  return text;
}

std::size_t number_of(element value, std::string_view key, std::uint64_t most,
                      const std::string& wanted) {
  std::uint64_t number = 0;
  if (!value.is_uint64() && !value.is_int64()) throw_bad_value(key, wanted);
  if (value.get_uint64().get(number) || number > most) throw_bad_value(key, wanted);
  return static_cast<std::size_t>(number);
}

template <typename Read>
void read_array(element value, std::string_view key, const std::string& wanted, const Read& read) {
  simdjson::dom::array items;
  if (value.get_array().get(items)) throw_bad_value(key, wanted);
  for (const element item : items) read(item);
}

std::vector<std::string> texts_of(element value, std::string_view key) {
  std::vector<std::string> texts;
  read_array(value, key, "an array of strings",
             [&](element item) { texts.emplace_back(text_of(item, key)); });
  return texts;
}

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  for (const Facet facet : kAllFacets) names.emplace_back(to_string(facet));
  return names;
}

Facet facet_of(element value, std::string_view key) {
  const std::string_view name = text_of(value, key);
  if (const auto facet = find_facet(name)) return *facet;
  throw Error(ErrorCode::unknown_facet, "there is no facet " + in_quotes(name), {},
              did_you_mean(name, facet_names()));
}

Match match_of(element value) {
  const std::string_view name = text_of(value, "match");
  if (name == "concept") return Match::concept_;
  if (name == "written") return Match::written;
  throw_bad_value("match", "\"concept\" or \"written\"");
}

// Calls read(key, value) for each member of `members`. Throws Error(`duplicate_parameter`).
template <typename Read>
void read_members(const object& members, const Read& read) {
  std::vector<std::string_view> seen;
  for (const auto& [key, value] : members) {
    if (std::find(seen.begin(), seen.end(), key) != seen.end())
      throw Error(ErrorCode::duplicate_parameter, in_quotes(key) + " is given twice");
    seen.push_back(key);
    read(key, value);
  }
}

FilterItem item_of_object(const object& members, std::string_view list) {
  FilterItem item;
  bool has_value = false;
  read_members(members, [&](std::string_view key, element value) {
    if (key == "facet") {
      item.facet = facet_of(value, key);
    } else if (key == "value") {
      item.value = text_of(value, key);
      has_value = true;
    } else if (key == "match") {
      item.match = match_of(value);
    } else {
      throw Error(ErrorCode::unknown_parameter,
                  "an item of " + in_quotes(list) + " has no key " + in_quotes(key), {},
                  did_you_mean(key, {"facet", "value", "match"}));
    }
  });
  if (!has_value)
    throw Error(ErrorCode::bad_value, "an item of " + in_quotes(list) + " has no \"value\"");
  return item;
}

std::vector<FilterItem> items_of(element value, std::string_view list) {
  const std::string wanted = "an array of strings or of {\"facet\",\"value\",\"match\"}";
  std::vector<FilterItem> items;
  read_array(value, list, wanted, [&](element item) {
    std::string_view text;
    object members;
    if (!item.get_string().get(text))
      items.push_back(parse_filter_item(text));
    else if (!item.get_object().get(members))
      items.push_back(item_of_object(members, list));
    else
      throw_bad_value(list, wanted);
  });
  return items;
}

Rating max_rating_of(element value) {
  const Rating rating = rating_of(text_of(value, "max_rating"));
  if (rating == Rating::unrated) throw_bad_value("max_rating", "general, teen, mature or explicit");
  return rating;
}

std::vector<Facet> facets_of(element value) {
  std::vector<Facet> facets;
  read_array(value, "facets", "an array of facet names", [&](element item) {
    const Facet facet = facet_of(item, "facets");
    if (std::find(facets.begin(), facets.end(), facet) != facets.end())
      throw Error(ErrorCode::bad_value,
                  "\"facets\" names " + in_quotes(to_string(facet)) + " twice");
    facets.push_back(facet);
  });
  return facets;
}

std::vector<SortKey> sort_of(element value) {
  std::vector<SortKey> keys;
  read_array(value, "sort", "an array of sort keys",
             [&](element item) { keys.push_back(parse_sort_key(text_of(item, "sort"))); });
  return keys;
}

std::vector<std::string> highlight_fields_of(element value) {
  const std::vector<std::string> known{"title", "summary", "text"};
  std::vector<std::string> names = texts_of(value, "highlight_fields");
  for (const std::string& name : names)
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw Error(ErrorCode::unknown_field,
                  "there is no field " + in_quotes(name) + " to highlight", {},
                  "fields with highlights: title, summary, text");
  return names;
}

Spoilers spoilers_of(element value) {
  const std::string_view name = text_of(value, "spoilers");
  if (name == "none") return Spoilers::none;
  if (name == "all") return Spoilers::all;
  throw_bad_value("spoilers", "\"none\" or \"all\"");
}

PartScope part_scope_of(element value) {
  const std::string_view name = text_of(value, "part_scope");
  if (name == "any") return PartScope::any;
  if (name == "main") return PartScope::main;
  throw_bad_value("part_scope", "\"any\" or \"main\"");
}

Mentions mentions_of(element value) {
  const std::string_view name = text_of(value, "mentions");
  if (name == "ignore") return Mentions::ignore;
  if (name == "exclude") return Mentions::exclude;
  throw_bad_value("mentions", "\"ignore\" or \"exclude\"");
}

FacetCounts facet_counts_of(element value) {
  const std::string_view name = text_of(value, "facet_counts");
  if (name == "direct") return FacetCounts::direct;
  if (name == "closure") return FacetCounts::closure;
  throw_bad_value("facet_counts", "\"direct\" or \"closure\"");
}

std::chrono::milliseconds timeout_of(element value) {
  const std::string wanted = "a whole number from 1 to " + std::to_string(kMaxTimeoutMs);
  const std::size_t milliseconds = number_of(value, "timeout_ms", kMaxTimeoutMs, wanted);
  if (milliseconds == 0) throw_bad_value("timeout_ms", wanted);
  return std::chrono::milliseconds(milliseconds);
}

bool boolean_of(element value, std::string_view key) {
  bool truth = false;
  if (value.get_bool().get(truth)) throw_bad_value(key, "true or false");
  return truth;
}

// An empty name may be one that got lost, and with it a reader's blocklist.
std::string profile_of(element value) {
  const std::string_view name = text_of(value, "profile");
  if (name.empty()) throw_bad_value("profile", "the name of a profile");
  return std::string(name);
}

enum class Null : std::uint8_t {
  is_absent,
  is_wrong,  // a null list of tags or profile may be a blocklist that got lost
};
enum class For : std::uint8_t {
  all,     // searches and completions: it says which works
  search,  // what to bring back of the works
};

struct Parameter {
  std::string_view name;
  void (*read)(SearchRequest& request, element value);
  For what = For::all;
  Null null = Null::is_absent;
};

constexpr std::array kParameters{
    Parameter{"q", [](SearchRequest& r, element v) { r.query = text_of(v, "q"); }},
    Parameter{"include", [](SearchRequest& r, element v) { r.include = items_of(v, "include"); },
              For::all, Null::is_wrong},
    Parameter{"exclude", [](SearchRequest& r, element v) { r.exclude = items_of(v, "exclude"); },
              For::all, Null::is_wrong},
    Parameter{"filter", [](SearchRequest& r, element v) { r.filter = text_of(v, "filter"); }},
    Parameter{"profile", [](SearchRequest& r, element v) { r.profile = profile_of(v); }, For::all,
              Null::is_wrong},
    Parameter{
        "without_profile",
        [](SearchRequest& r, element v) { r.without_profile = boolean_of(v, "without_profile"); }},
    Parameter{"max_rating", [](SearchRequest& r, element v) { r.max_rating = max_rating_of(v); }},
    Parameter{"languages",
              [](SearchRequest& r, element v) { r.languages = texts_of(v, "languages"); }},
    Parameter{"facets", [](SearchRequest& r, element v) { r.facets = facets_of(v); }, For::search},
    Parameter{"facet_limit",
              [](SearchRequest& r, element v) {
                r.facet_limit = number_of(v, "facet_limit", SIZE_MAX, "a whole number, 0 for all");
              },
              For::search},
    Parameter{"facet_counts",
              [](SearchRequest& r, element v) { r.facet_counts = facet_counts_of(v); },
              For::search},
    Parameter{"sort", [](SearchRequest& r, element v) { r.sort = sort_of(v); }, For::search},
    Parameter{"limit",
              [](SearchRequest& r, element v) {
                r.limit = number_of(v, "limit", kMaxLimit, "a whole number from 0 to 1000");
              }},
    Parameter{"offset",
              [](SearchRequest& r, element v) {
                r.offset = number_of(v, "offset", SIZE_MAX, "a whole number from 0 on");
              },
              For::search},
    Parameter{"cursor", [](SearchRequest& r, element v) { r.cursor = text_of(v, "cursor"); },
              For::search},
    Parameter{"fields", [](SearchRequest& r, element v) { r.fields = texts_of(v, "fields"); },
              For::search},
    Parameter{"highlight_fields",
              [](SearchRequest& r, element v) { r.highlight_fields = highlight_fields_of(v); },
              For::search},
    Parameter{"spoilers", [](SearchRequest& r, element v) { r.spoilers = spoilers_of(v); }},
    Parameter{"part_scope", [](SearchRequest& r, element v) { r.part_scope = part_scope_of(v); }},
    Parameter{"mentions", [](SearchRequest& r, element v) { r.mentions = mentions_of(v); }},
    Parameter{"timeout_ms", [](SearchRequest& r, element v) { r.timeout = timeout_of(v); }},
    Parameter{"keep_own_includes",
              [](SearchRequest& r, element v) {
                r.keep_own_includes = boolean_of(v, "keep_own_includes");
              }},
    Parameter{"explain", [](SearchRequest& r, element v) { r.explain = boolean_of(v, "explain"); },
              For::search},
};

const Parameter& parameter_of(std::string_view key) {
  for (const Parameter& parameter : kParameters)
    if (parameter.name == key) return parameter;
  std::vector<std::string> names;
  for (const Parameter& parameter : kParameters) names.emplace_back(parameter.name);
  throw Error(ErrorCode::unknown_parameter, "there is no parameter " + in_quotes(key), {},
              did_you_mean(key, names));
}

object parse_object(simdjson::dom::parser& parser, std::string_view json) {
  if (const auto offset = base::find_ill_formed(json))
    throw Error(ErrorCode::invalid_utf8, "the request is not well-formed UTF-8",
                Place{.byte_offset = offset});
  if (parser.allocate(json.size(), kMaxDepth) != simdjson::SUCCESS) throw std::bad_alloc();
  element root;
  const simdjson::error_code error = parser.parse(json.data(), json.size()).get(root);
  if (error == simdjson::DEPTH_ERROR)
    throw Error(ErrorCode::bad_json, "the request is nested deeper than any request can be");
  if (error) throw Error(ErrorCode::bad_json, "the request is not valid JSON");
  object members;
  if (root.get_object().get(members))
    throw Error(ErrorCode::bad_json, "the request is not a JSON object");
  return members;
}

void read_parameter(SearchRequest& request, const Parameter& parameter, element value) {
  if (value.is_null() && parameter.null == Null::is_absent) return;
  parameter.read(request, value);
}

SearchRequest search_of(const object& members) {
  SearchRequest request;
  read_members(members, [&](std::string_view key, element value) {
    read_parameter(request, parameter_of(key), value);
  });
  return request;
}

CompletionRequest completion_of(const object& members) {
  CompletionRequest completion;
  completion.filters.limit = completion.limit;
  read_members(members, [&](std::string_view key, element value) {
    if (key == kSuggest) {
      completion.prefix = text_of(value, kSuggest);
      return;
    }
    const Parameter& parameter = parameter_of(key);
    if (parameter.what == For::search)
      throw Error(ErrorCode::unknown_parameter, "completions have no parameter " + in_quotes(key));
    read_parameter(completion.filters, parameter, value);
  });
  completion.limit = *std::exchange(completion.filters.limit, SearchRequest{}.limit);
  return completion;
}

}  // namespace

SearchRequest parse_search_request(std::string_view json) {
  simdjson::dom::parser parser;
  return search_of(parse_object(parser, json));
}

std::variant<SearchRequest, CompletionRequest> parse_batch_request(std::string_view json) {
  simdjson::dom::parser parser;
  const object members = parse_object(parser, json);
  element asks_for_tags;
  if (members.at_key(kSuggest).get(asks_for_tags)) return search_of(members);
  return completion_of(members);
}

}  // namespace ficsearch
