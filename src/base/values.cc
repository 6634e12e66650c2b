// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the public value types' enumerators, and the small parsers that read them back.
#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/edit_distance.h"
#include "ficsearch/concept.h"
#include "ficsearch/error.h"
#include "ficsearch/import.h"
#include "ficsearch/search.h"
#include "ficsearch/tags.h"
#include "ficsearch/vocabulary.h"
#include "ficsearch/why.h"
#include "ficsearch/work.h"

namespace ficsearch {
namespace {

constexpr std::array kAllFields{Field::published, Field::updated, Field::words,
                                Field::kudos,     Field::hits,    Field::comments,
                                Field::bookmarks, Field::rating,  Field::title};

std::string sortable_names() {
  std::string names = "relevance";
  for (const Field field : kAllFields) names.append(", ").append(to_string(field));
  return names;
}

// "trop:NTR" would leave out works with that odd tag, which is to say none.
void refuse_slip_of_facet(std::string_view item, std::size_t colon) {
  std::string typed(item.substr(0, colon));
  const auto is_letter = [](char c) {
    return base::ascii_lower(c) >= 'a' && base::ascii_lower(c) <= 'z';
  };
  if (!std::all_of(typed.begin(), typed.end(), is_letter)) return;
  std::transform(typed.begin(), typed.end(), typed.begin(), base::ascii_lower);
  for (const Facet facet : kAllFacets) {
    if (!base::may_be_slip_of(typed, to_string(facet))) continue;
    const std::string value(item.substr(colon + 1));
    throw Error(ErrorCode::unknown_facet,
                "there is no facet \"" + std::string(item.substr(0, colon)) + "\"", {},
                "did you mean " + std::string(to_string(facet)) + ":" + value +
                    "? A tag that is written like this goes " + "in double quotes: \"" +
                    std::string(item) + "\"");
  }
}

}  // namespace

Rating rating_of(std::string_view as_written) noexcept {
  for (const Rating rating : {Rating::general, Rating::teen, Rating::mature, Rating::explicit_})
    if (base::equal_ignoring_case(as_written, to_string(rating))) return rating;
  return Rating::unrated;
}

std::string_view to_string(Rating rating) noexcept {
  switch (rating) {
    case Rating::unrated:
      return "unrated";
    case Rating::general:
      return "general";
    case Rating::teen:
      return "teen";
    case Rating::mature:
      return "mature";
    case Rating::explicit_:
      return "explicit";
  }
  return "unknown";
}

const std::string& Concept::label() const {
  for (const auto& [language, text] : labels)
    if (language == "en") return text;
  return id;
}

FilterItem parse_filter_item(std::string_view text) {
  FilterItem item;
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && !text.starts_with('"')) {
    item.facet = find_facet(text.substr(0, colon));
    if (item.facet)
      text.remove_prefix(colon + 1);
    else
      refuse_slip_of_facet(text, colon);
  }
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  item.value = text;
  return item;
}

std::string_view to_string(Field field) noexcept {
  switch (field) {
    case Field::published:
      return "published";
    case Field::updated:
      return "updated";
    case Field::words:
      return "words";
    case Field::kudos:
      return "kudos";
    case Field::hits:
      return "hits";
    case Field::comments:
      return "comments";
    case Field::bookmarks:
      return "bookmarks";
    case Field::rating:
      return "rating";
    case Field::title:
      return "title";
  }
  return "unknown";
}

std::optional<Field> find_field(std::string_view name) noexcept {
  for (const Field field : kAllFields)
    if (base::equal_ignoring_case(name, to_string(field))) return field;
  return std::nullopt;
}

SortKey parse_sort_key(std::string_view text) {
  SortKey key;
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  if (!base::equal_ignoring_case(name, "relevance")) {
    key.field = find_field(name);
    if (!key.field)
      throw Error(ErrorCode::unknown_field, "there is no sort key \"" + std::string(name) + "\"",
                  {}, "sort keys: " + sortable_names());
  }
  if (colon == std::string_view::npos) return key;
  const std::string_view order = text.substr(colon + 1);
  key.ascending = base::equal_ignoring_case(order, "asc");
  if (!key.ascending && !base::equal_ignoring_case(order, "desc"))
    throw Error(ErrorCode::bad_value,
                "a sort order is asc or desc, not \"" + std::string(order) + "\"");
  if (!key.field && key.ascending)
    throw Error(ErrorCode::bad_value, "relevance has only one order, the best first");
  return key;
}

std::string to_string(const SortKey& key) {
  std::string text(key.field ? to_string(*key.field) : "relevance");
  return key.ascending ? text + ":asc" : text;
}

std::string_view to_string(FacetState state) noexcept {
  switch (state) {
    case FacetState::none:
      return "none";
    case FacetState::included:
      return "included";
    case FacetState::excluded:
      return "excluded";
  }
  return "unknown";
}

std::string_view to_string(ExcludeStatus status) noexcept {
  switch (status) {
    case ExcludeStatus::resolved:
      return "resolved";
    case ExcludeStatus::spelling:
      return "spelling";
    case ExcludeStatus::ambiguous:
      return "ambiguous";
    case ExcludeStatus::literal:
      return "literal";
    case ExcludeStatus::written:
      return "written";
  }
  return "unknown";
}

std::string_view to_string(FilterOrigin origin) noexcept {
  switch (origin) {
    case FilterOrigin::request:
      return "request";
    case FilterOrigin::profile:
      return "profile";
    case FilterOrigin::enforced:
      return "enforced";
  }
  return "unknown";
}

std::string_view to_string(RuleKind kind) noexcept {
  switch (kind) {
    case RuleKind::include:
      return "include";
    case RuleKind::exclude:
      return "exclude";
    case RuleKind::condition:
      return "condition";
  }
  return "unknown";
}

std::string_view to_string(Format format) noexcept {
  switch (format) {
    case Format::automatic:
      return "auto";
    case Format::jsonl:
      return "jsonl";
    case Format::json:
      return "json";
    case Format::csv:
      return "csv";
    case Format::tsv:
      return "tsv";
    case Format::epub:
      return "epub";
    case Format::cbz:
      return "cbz";
    case Format::html:
      return "html";
    case Format::calibre:
      return "calibre";
    case Format::aozora:
      return "aozora";
    case Format::text:
      return "text";
  }
  return "unknown";
}

std::optional<Format> find_import_format(std::string_view name) noexcept {
  for (const Format format : kAllFormats)
    if (to_string(format) == name) return format;
  return std::nullopt;
}

std::string_view to_string(Comparison comparison) noexcept {
  switch (comparison) {
    case Comparison::same:
      return "same";
    case Comparison::ask:
      return "ask";
    case Comparison::different:
      return "different";
  }
  return "unknown";
}

std::string_view to_string(ImportOutcome outcome) noexcept {
  switch (outcome) {
    case ImportOutcome::accepted:
      return "accepted";
    case ImportOutcome::unchanged:
      return "unchanged";
    case ImportOutcome::refused:
      return "refused";
  }
  return "unknown";
}

std::string_view to_string(Likelihood likelihood) noexcept {
  return likelihood == Likelihood::likely ? "likely" : "possible";
}

}  // namespace ficsearch
