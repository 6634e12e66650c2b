// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/stored_fields.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>
#include <string_view>
#include <variant>

namespace ficsearch::search {
namespace {

// A stored field by name: whether it is shown when nobody asks, and how to read it. A field without
// a value is left out.
struct StoredField {
  std::string_view name;
  bool usual;
  FieldValue (*value)(const Work&);  // an empty text or list: the work has none
};

FieldValue number(const std::optional<std::uint32_t>& value) {
  return value ? FieldValue(std::int64_t{*value}) : FieldValue(std::string());
}

// ISO 8601: the day alone if nothing more was said, as with most archives.
FieldValue date(const std::optional<std::int64_t>& seconds) {
  if (!seconds) return std::string();
  const std::time_t time = *seconds;
  std::tm utc{};
  gmtime_r(&time, &utc);
  const bool day_only = utc.tm_hour == 0 && utc.tm_min == 0 && utc.tm_sec == 0;
  std::array<char, 48> text{};
  const std::size_t length =
      std::strftime(text.data(), text.size(), day_only ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ", &utc);
  return std::string(text.data(), length);
}

FieldValue all_titles(const Work& work) {
  std::vector<std::string> titles;
  for (const auto& [language, of_language] : work.titles)
    titles.insert(titles.end(), of_language.begin(), of_language.end());
  return titles;
}

constexpr std::array kStoredFields{
    StoredField{"titles", false, all_titles},
    StoredField{"summary", false, [](const Work& w) { return FieldValue(w.summary); }},
    StoredField{"language", true, [](const Work& w) { return FieldValue(w.language); }},
    StoredField{
        "rating", true,
        [](const Work& w) { return FieldValue(std::string(to_string(rating_of(w.rating)))); }},
    StoredField{"status", true, [](const Work& w) { return FieldValue(w.status); }},
    StoredField{"medium", true, [](const Work& w) { return FieldValue(w.medium); }},
    StoredField{"series", true, [](const Work& w) { return FieldValue(w.series); }},
    StoredField{"collections", true, [](const Work& w) { return FieldValue(w.collections); }},
    StoredField{"url", true, [](const Work& w) { return FieldValue(w.url); }},
    StoredField{"words", true, [](const Work& w) { return number(w.words); }},
    StoredField{"published", true, [](const Work& w) { return date(w.published); }},
    StoredField{"updated", true, [](const Work& w) { return date(w.updated); }},
    StoredField{"kudos", true, [](const Work& w) { return number(w.kudos); }},
    StoredField{"hits", true, [](const Work& w) { return number(w.hits); }},
    StoredField{"comments", true, [](const Work& w) { return number(w.comments); }},
    StoredField{"bookmarks", true, [](const Work& w) { return number(w.bookmarks); }},
};

bool is_empty(const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return text->empty();
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return list->empty();
  return false;
}

bool asks(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::vector<std::pair<std::string, FieldValue>> stored_fields(
    const Work& work, const std::vector<std::string>& names) {
  std::vector<std::pair<std::string, FieldValue>> fields;
  const bool usual = names.empty();
  for (const StoredField& field : kStoredFields) {
    if (usual ? !field.usual : !asks(names, field.name)) continue;
    if (FieldValue value = field.value(work); !is_empty(value))
      fields.emplace_back(field.name, std::move(value));
  }
  if (usual) return fields;
  for (const auto& [key, json] : work.extra)
    if (asks(names, key)) fields.emplace_back(key, RawJson{json});
  return fields;
}

}  // namespace ficsearch::search
