// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/shown.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <vector>

#include "ficsearch/error.h"
#include "ingest/sources.h"

namespace ficsearch::test {
namespace {

std::string number(const std::optional<std::uint32_t>& count) {
  return count ? std::to_string(*count) : std::string();
}

std::string date(const std::optional<std::int64_t>& seconds) {
  if (!seconds) return {};
  const std::chrono::sys_seconds instant{std::chrono::seconds(*seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day ymd(day);
  const std::chrono::hh_mm_ss time(instant - day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  std::string result = text;
  if (instant == day) return result;
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return result + text;
}

std::string tags(const Work& work) {
  std::vector<std::string> names;
  for (const Tag& tag : work.tags)
    names.push_back(std::string(to_string(tag.facet)) + ':' + tag.name);
  return joined(names);
}

std::string titles(const Work& work) {
  std::vector<std::string> names;
  for (const auto& [language, of_language] : work.titles)
    for (const std::string& title : of_language) names.push_back(language + ':' + title);
  return joined(names);
}

std::string extra(const Work& work, std::string_view key) {
  for (const auto& [name, json] : work.extra)
    if (name == key) return json;
  return {};
}

}  // namespace

std::string shown(const Work& work, std::string_view field) {
  if (field == "id") return work.id;
  if (field == "title") return work.title;
  if (field == "titles") return titles(work);
  if (field == "authors") return joined(work.authors);
  if (field == "summary") return work.summary;
  if (field == "language") return work.language;
  if (field == "rating") return work.rating;
  if (field == "status") return work.status;
  if (field == "medium") return work.medium;
  if (field == "series") return joined(work.series);
  if (field == "collections") return joined(work.collections);
  if (field == "url") return work.url;
  if (field == "words") return number(work.words);
  if (field == "kudos") return number(work.kudos);
  if (field == "hits") return number(work.hits);
  if (field == "comments") return number(work.comments);
  if (field == "bookmarks") return number(work.bookmarks);
  if (field == "published") return date(work.published);
  if (field == "updated") return date(work.updated);
  if (field == "tags") return tags(work);
  if (field == "text") return work.text;
  if (field == "readings") return to_string(work.readings);
  if (field.starts_with("extra.")) return extra(work, field.substr(6));
  throw std::runtime_error("no field is called " + std::string(field));
}

std::string shown(const ingest::ReadResult& result, std::string_view field) {
  if (const auto* reject = std::get_if<Reject>(&result))
    return field == "reject" ? std::string(to_string(reject->code))
                             : "rejected: " + reject->message;
  return field == "reject" ? std::string() : shown(std::get<ingest::ReadWork>(result).work, field);
}

}  // namespace ficsearch::test
