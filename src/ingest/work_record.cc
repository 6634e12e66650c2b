// SPDX-License-Identifier: GPL-3.0-or-later
// Three tables (work, part, reading) say which key is read by which function; the schema's test
// compares their keys with schema/work.schema.json.
#include "ingest/work_record.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <system_error>
#include <utility>

#include "ficsearch/error.h"
#include "ingest/checked_name.h"
#include "ingest/iso_date.h"
#include "ingest/json_record.h"
#include "ingest/tag_column.h"
#include "ingest/tag_list.h"
#include "ingest/unknown_key.h"

namespace ficsearch::ingest {
namespace {

// A key, and how its value is read into `Owner`. The functions are never given null: it counts as
// absent.
template <typename Owner>
struct Key {
  std::string_view name;
  void (*read)(JsonRecord&, JsonValue, Owner&);
};

template <typename Owner, std::size_t size>
const Key<Owner>* find_key(const std::array<Key<Owner>, size>& keys, std::string_view name) {
  for (const Key<Owner>& key : keys)
    if (key.name == name) return &key;
  return nullptr;
}

template <typename Owner, std::size_t size>
std::vector<std::string_view> names_of(const std::array<Key<Owner>, size>& keys) {
  std::vector<std::string_view> names;
  for (const Key<Owner>& key : keys) names.push_back(key.name);
  return names;
}

// An object with none but the given keys.
template <typename Owner, std::size_t size>
Owner read_strictly(JsonRecord& record, JsonValue value, std::string_view owner,
                    const std::array<Key<Owner>, size>& keys) {
  Owner result;
  record.for_each_member(value, owner, [&](std::string_view name, JsonValue content) {
    const Key<Owner>* const key = find_key(keys, name);
    if (key == nullptr) throw_unknown_key(name, owner, names_of(keys));
    if (!record.is_null(content)) key->read(record, content, result);
  });
  return result;
}

std::optional<std::uint32_t> count(JsonRecord& record, JsonValue value, std::string_view key) {
  return static_cast<std::uint32_t>(
      record.integer(value, key, 0, std::numeric_limits<std::uint32_t>::max()));
}

std::int64_t seconds_in_range(std::string_view digits, std::string_view key) {
  std::int64_t seconds = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (result.ptr != digits.data() + digits.size())
    throw Error(ErrorCode::bad_date, "\"" + std::string(key) + "\" has no whole number of seconds");
  if (result.ec != std::errc() || seconds < kFirstInstant || seconds > kLastInstant)
    throw Error(ErrorCode::out_of_range,
                "\"" + std::string(key) + "\" lies outside the years 1 to 9999", {},
                "integer dates are seconds since 1970, not milliseconds");
  return seconds;
}

// The instant that a value's JSON text names. A date has no escapes, so its text is taken as it is.
std::int64_t instant(std::string_view json_text, std::string_view key) {
  if (json_text.starts_with('{') || json_text.starts_with('[') || json_text.starts_with('t') ||
      json_text.starts_with('f'))
    throw Error(ErrorCode::wrong_type,
                "\"" + std::string(key) + "\" must be a date or a whole number of seconds");
  if (!json_text.starts_with('"')) return seconds_in_range(json_text, key);
  const auto seconds = parse_iso_date(json_text.substr(1, json_text.size() - 2));
  if (!seconds)
    throw Error(
        ErrorCode::bad_date,
        "\"" + std::string(key) + "\" is not a date: " + std::string(json_text.substr(0, 64)), {},
        "write 2021-04-03, 2021-04-03T12:30:00Z, or seconds since 1970");
  return *seconds;
}

// Titles of one language: a list, or a single one.
std::vector<std::string> read_titles_of_language(JsonRecord& record, JsonValue value,
                                                 std::string_view language) {
  if (record.is_string(value)) return {record.text(value, language)};
  std::vector<std::string> titles;
  record.for_each_item(value, language,
                       [&](JsonValue item) { titles.push_back(record.text(item, language)); });
  return titles;
}

void read_titles(JsonRecord& record, JsonValue value, Work& work) {
  record.for_each_member(value, "titles", [&](std::string_view language, JsonValue content) {
    if (record.is_null(content)) return;
    work.titles.emplace_back(language, read_titles_of_language(record, content, language));
  });
}

constexpr std::array kReadingKeys{
    Key<Reading>{"surface",
                 [](JsonRecord& record, JsonValue value, Reading& reading) {
                   reading.surface = record.text(value, "surface");
                 }},
    Key<Reading>{"kana", [](JsonRecord& record, JsonValue value,
                            Reading& reading) { reading.kana = record.text(value, "kana"); }},
};

constexpr std::array kPartKeys{
    Key<Part>{"id", [](JsonRecord& record, JsonValue value,
                       Part& part) { part.id = record.identifier(value, "id"); }},
    Key<Part>{"kind", [](JsonRecord& record, JsonValue value,
                         Part& part) { part.kind = record.name(value, "kind"); }},
    Key<Part>{"title", [](JsonRecord& record, JsonValue value,
                          Part& part) { part.title = record.text(value, "title"); }},
    Key<Part>{"text", [](JsonRecord& record, JsonValue value,
                         Part& part) { part.text = record.text(value, "text"); }},
    Key<Part>{"tags", [](JsonRecord& record, JsonValue value,
                         Part& part) { part.tags = read_tags(record, value, "tags"); }},
    Key<Part>{"main", [](JsonRecord& record, JsonValue value,
                         Part& part) { part.main = record.flag(value, "main"); }},
};

constexpr std::array kWorkKeys{
    Key<Work>{"id", [](JsonRecord& record, JsonValue value,
                       Work& work) { work.id = record.identifier(value, "id"); }},
    Key<Work>{"title", [](JsonRecord& record, JsonValue value,
                          Work& work) { work.title = record.text(value, "title"); }},
    Key<Work>{"titles", read_titles},
    Key<Work>{"authors", [](JsonRecord& record, JsonValue value,
                            Work& work) { work.authors = record.names(value, "authors"); }},
    Key<Work>{"summary", [](JsonRecord& record, JsonValue value,
                            Work& work) { work.summary = record.text(value, "summary"); }},
    Key<Work>{"language", [](JsonRecord& record, JsonValue value,
                             Work& work) { work.language = record.name(value, "language"); }},
    Key<Work>{"rating", [](JsonRecord& record, JsonValue value,
                           Work& work) { work.rating = record.scalar(value, "rating"); }},
    Key<Work>{"status", [](JsonRecord& record, JsonValue value,
                           Work& work) { work.status = record.name(value, "status"); }},
    Key<Work>{"medium", [](JsonRecord& record, JsonValue value,
                           Work& work) { work.medium = record.name(value, "medium"); }},
    Key<Work>{"series", [](JsonRecord& record, JsonValue value,
                           Work& work) { work.series = record.names(value, "series"); }},
    Key<Work>{"collections",
              [](JsonRecord& record, JsonValue value, Work& work) {
                work.collections = record.names(value, "collections");
              }},
    Key<Work>{"url", [](JsonRecord& record, JsonValue value,
                        Work& work) { work.url = record.text(value, "url"); }},
    Key<Work>{"words", [](JsonRecord& record, JsonValue value,
                          Work& work) { work.words = count(record, value, "words"); }},
    Key<Work>{"published",
              [](JsonRecord& record, JsonValue value, Work& work) {
                work.published = instant(record.json_text(value), "published");
              }},
    Key<Work>{"updated",
              [](JsonRecord& record, JsonValue value, Work& work) {
                work.updated = instant(record.json_text(value), "updated");
              }},
    Key<Work>{"kudos", [](JsonRecord& record, JsonValue value,
                          Work& work) { work.kudos = count(record, value, "kudos"); }},
    Key<Work>{"hits", [](JsonRecord& record, JsonValue value,
                         Work& work) { work.hits = count(record, value, "hits"); }},
    Key<Work>{"comments", [](JsonRecord& record, JsonValue value,
                             Work& work) { work.comments = count(record, value, "comments"); }},
    Key<Work>{"bookmarks", [](JsonRecord& record, JsonValue value,
                              Work& work) { work.bookmarks = count(record, value, "bookmarks"); }},
    Key<Work>{"tags", [](JsonRecord& record, JsonValue value,
                         Work& work) { work.tags = read_tags(record, value, "tags"); }},
    Key<Work>{"text", [](JsonRecord& record, JsonValue value,
                         Work& work) { work.text = record.text(value, "text"); }},
    Key<Work>{"parts",
              [](JsonRecord& record, JsonValue value, Work& work) {
                record.for_each_item(value, "parts", [&](JsonValue item) {
                  work.parts.push_back(read_strictly(record, item, "a part", kPartKeys));
                });
              }},
    Key<Work>{"readings",
              [](JsonRecord& record, JsonValue value, Work& work) {
                record.for_each_item(value, "readings", [&](JsonValue item) {
                  work.readings.push_back(read_strictly(record, item, "a reading", kReadingKeys));
                });
              }},
};

// An unknown key is a stored field. What could be a misspelt key of tags is not, for nobody would
// exclude by it; a number, such as of characters, is none.
void keep_unknown(JsonRecord& record, std::string_view key, JsonValue value, Work& work) {
  const std::string json = record.json_text(value);
  const bool has_text = json.find('"') != std::string::npos && json != R"("")";
  if (has_text && is_called_like_tags(key))
    throw Error(ErrorCode::unknown_parameter,
                "the key \"" + std::string(key) +
                    "\" is called as if it held tags, but is none of our fields",
                {},
                R"(give what it holds as {"tags":{"warning":["..."]}}, as "authors" or whatever )"
                "it is; a key that holds no such names needs another name");
  work.extra.emplace_back(key, json);
}

// What `get --json` adds to a record. It is found in the record itself and found anew when asked
// for.
constexpr std::string_view kDerivedKey = "evidence";

// Dumps in the wild have "date" where we have "published". With both, "date" is one more unknown
// key.
void take_date_as_published(Work& work) {
  const auto date = std::find_if(work.extra.begin(), work.extra.end(),
                                 [](const auto& member) { return member.first == "date"; });
  if (work.published || date == work.extra.end()) return;
  work.published = instant(date->second, "date");
  work.extra.erase(date);
}

void take_title_from_titles(Work& work) {
  for (const auto& [language, titles] : work.titles)
    for (const std::string& title : titles)
      if (work.title.empty()) work.title = title;
}

void refuse_incomplete(const Work& work) {
  if (work.id.empty()) throw Error(ErrorCode::missing_id, "the record has no \"id\"");
  if (work.title.empty())
    throw Error(ErrorCode::missing_title, "the record has no title in \"title\" or \"titles\"");
}

void refuse_wrong_encoding(std::size_t bad_bytes, std::size_t bytes) {
  if (bad_bytes * 100 > bytes)
    throw Error(ErrorCode::bad_encoding,
                std::to_string(bad_bytes) + " of " + std::to_string(bytes) +
                    " bytes of the record are not UTF-8",
                {}, "convert the dump to UTF-8");
}

}  // namespace

ReadWork read_work_record(simdjson::ondemand::parser& parser, std::string_view line,
                          const RecordOptions& options) {
  JsonRecord record(parser, line);
  ReadWork result;
  Work& work = result.work;
  record.for_each_member([&](std::string_view name, JsonValue value) {
    if (record.is_null(value) || name == kDerivedKey) return;
    if (const Key<Work>* const key = find_key(kWorkKeys, name))
      key->read(record, value, work);
    else
      keep_unknown(record, name, value, work);
  });
  if (work.id.empty() && !options.id_if_missing.empty())
    work.id = checked_id(options.id_if_missing);
  take_date_as_published(work);
  take_title_from_titles(work);
  refuse_incomplete(work);
  refuse_wrong_encoding(record.replaced_bytes(), line.size());
  for (const auto& [name, json] : work.extra) result.unknown_keys.push_back(name);
  result.replaced_bytes = record.replaced_bytes();
  return result;
}

std::string find_id(simdjson::ondemand::parser& parser, std::string_view line) {
  std::string id;
  try {
    JsonRecord record(parser, line);
    record.for_each_member([&](std::string_view name, JsonValue value) {
      if (name == "id" && id.empty()) id = record.identifier(value, "id");
    });
  } catch (const Error&) {
    // The line is known to be refused; what was found before its fault is the answer.
  }
  return id;
}

std::vector<std::string_view> work_keys() {
  std::vector<std::string_view> keys = names_of(kWorkKeys);
  keys.push_back(kDerivedKey);
  return keys;
}

std::vector<std::string_view> part_keys() {
  return names_of(kPartKeys);
}

std::vector<std::string_view> reading_keys() {
  return names_of(kReadingKeys);
}

}  // namespace ficsearch::ingest
