// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/work_fields.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/checked_name.h"
#include "ingest/iso_date.h"
#include "ingest/white_space.h"

namespace ficsearch::ingest {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string to_json_string(std::string_view text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer writer(buffer);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

bool is_known(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

[[noreturn]] void throw_too_many(std::string_view field) {
  throw Error(ErrorCode::out_of_range, "the work has more than " + std::to_string(kMaxNames) +
                                           " entries in \"" + std::string(field) + '"');
}

}  // namespace

std::string name_field(std::string_view text, std::string_view field) {
  std::string name = checked_name(collapsed(text), field);
  if (name.size() > base::kMaxTagBytes)
    throw Error(ErrorCode::too_long, "a name in \"" + std::string(field) + "\" has " +
                                         std::to_string(name.size()) + " bytes; " +
                                         std::to_string(base::kMaxTagBytes) + " are allowed");
  return name;
}

void add_name(std::vector<std::string>& names, std::string_view text, std::string_view field) {
  std::string name = name_field(text, field);
  if (name.empty() || is_known(names, name)) return;
  if (names.size() == kMaxNames) throw_too_many(field);
  names.push_back(std::move(name));
}

void add_tag(Work& work, Facet facet, std::string_view text) {
  Tag tag;
  tag.facet = facet;
  tag.name = name_field(text, to_string(facet));
  if (tag.name.find(kReplacement) != std::string::npos)
    throw Error(ErrorCode::invalid_utf8,
                "a tag in \"" + std::string(to_string(facet)) +
                    "\" holds U+FFFD, which stands for "
                    "bytes that are not text",
                {}, "mend it: nobody can exclude a tag that cannot be read");
  const bool is_there = std::find(work.tags.begin(), work.tags.end(), tag) != work.tags.end();
  if (tag.name.empty() || is_there) return;
  if (work.tags.size() == kMaxNames) throw_too_many("tags");
  work.tags.push_back(std::move(tag));
}

std::vector<std::string> split_names(std::string_view text, std::string_view separators) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (std::string name = collapsed(text.substr(0, end)); !name.empty())
      names.push_back(std::move(name));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

void add_title(Work& work, const std::string& language, std::string_view text) {
  std::string title = collapsed(text);
  if (title.empty()) return;
  const std::string key = language.empty() ? "und" : language;
  auto of_language = std::find_if(work.titles.begin(), work.titles.end(),
                                  [&](const auto& titles) { return titles.first == key; });
  if (of_language == work.titles.end()) of_language = work.titles.insert(of_language, {key, {}});
  if (!is_known(of_language->second, title)) of_language->second.push_back(std::move(title));
}

void add_extra(Work& work, std::string_view key, std::string_view text) {
  if (!text.empty()) work.extra.emplace_back(key, to_json_string(text));
}

void add_extra(Work& work, std::string_view key, const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(text.empty() ? "" : "\n").append(line);
  add_extra(work, key, text);
}

std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::string digits;
  std::size_t in_group = 0;  // digits since the last separator
  bool is_grouped = false;
  for (const char c : collapsed(text)) {
    if (base::is_ascii_digit(c)) {
      digits += c;
      ++in_group;
    } else if ((c == ',' || c == ' ') && !digits.empty() && (!is_grouped || in_group == 3)) {
      is_grouped = true;
      in_group = 0;
    } else {
      return std::nullopt;
    }
  }
  std::uint32_t count = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  const bool is_whole = !digits.empty() && (!is_grouped || in_group == 3);
  if (!is_whole || result.ec != std::errc()) return std::nullopt;
  return count;
}

std::optional<std::int64_t> parse_loose_date(std::string_view text) {
  constexpr std::size_t kMonthBytes = 7;  // of "2021-04"
  const std::string date = collapsed(text);
  if (const auto instant = parse_iso_date(date)) return instant;
  if (date.size() > kMonthBytes) return parse_iso_date(date + 'Z');
  if (const auto instant = parse_iso_date(date + "-01")) return instant;
  return parse_iso_date(date + "-01-01");
}

}  // namespace ficsearch::ingest
