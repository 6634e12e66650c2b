// SPDX-License-Identifier: GPL-3.0-or-later
// A work in the form that the importer reads: what is empty is left out, and importing the text
// again gives the same work.
#include "ficsearch/work.h"

#include <algorithm>
#include <set>

#include "ficsearch/json.h"
#include "json/evidence.h"
#include "json/iso_date.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

using json::JsonWriter;

void write_text(JsonWriter& out, std::string_view name, const std::string& text) {
  if (!text.empty()) out.member(name, text);
}

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  if (!texts.empty()) out.member(name, texts);
}

void write_number(JsonWriter& out, std::string_view name, std::optional<std::uint32_t> number) {
  if (number) out.member(name, std::uint64_t{*number});
}

void write_date(JsonWriter& out, std::string_view name, std::optional<std::int64_t> seconds) {
  if (seconds) out.member(name, json::iso_date(*seconds));
}

void write_titles(JsonWriter& out, const Work& work) {
  if (work.titles.empty()) return;
  out.key("titles");
  out.begin_object();
  for (const auto& [language, titles] : work.titles) out.member(language, titles);
  out.end_object();
}

// Whether the tags of each facet stand together.
bool is_grouped(const std::vector<Tag>& tags) {
  std::set<Facet> before;
  for (std::size_t i = 0; i < tags.size(); ++i)
    if ((i == 0 || tags[i].facet != tags[i - 1].facet) && !before.insert(tags[i].facet).second)
      return false;
  return true;
}

void write_tag(JsonWriter& out, const Tag& tag, const std::string& facet) {
  if (tag.spoiler == 0 && tag.strength == 0) return out.text(facet + tag.name);
  out.begin_object();
  out.member("name", facet + tag.name);
  if (tag.spoiler != 0) out.member("spoiler", std::uint64_t{tag.spoiler});
  if (tag.strength != 0) out.member("strength", std::uint64_t{tag.strength});
  out.end_object();
}

// By facet if that keeps their order, else each with its facet in front.
void write_tags(JsonWriter& out, const std::vector<Tag>& tags) {
  if (tags.empty()) return;
  out.key("tags");
  if (!is_grouped(tags)) {
    out.begin_array();
    for (const Tag& tag : tags) write_tag(out, tag, std::string(to_string(tag.facet)) + ":");
    out.end_array();
    return;
  }
  out.begin_object();
  for (auto begin = tags.begin(); begin != tags.end();) {
    const auto end =
        std::find_if(begin, tags.end(), [&](const Tag& tag) { return tag.facet != begin->facet; });
    out.key(to_string(begin->facet));
    out.begin_array();
    for (; begin != end; ++begin) write_tag(out, *begin, "");
    out.end_array();
  }
  out.end_object();
}

void write_parts(JsonWriter& out, const std::vector<Part>& parts) {
  if (parts.empty()) return;
  out.key("parts");
  out.begin_array();
  for (const Part& part : parts) {
    out.begin_object();
    write_text(out, "id", part.id);
    write_text(out, "kind", part.kind);
    write_text(out, "title", part.title);
    if (!part.main) {
      out.key("main");
      out.boolean(false);
    }
    write_text(out, "text", part.text);
    write_tags(out, part.tags);
    out.end_object();
  }
  out.end_array();
}

void write_readings(JsonWriter& out, const std::vector<Reading>& readings) {
  if (readings.empty()) return;
  out.key("readings");
  out.begin_array();
  for (const Reading& reading : readings) {
    out.begin_object();
    out.member("surface", reading.surface);
    out.member("kana", reading.kana);
    out.end_object();
  }
  out.end_array();
}

void write_work(JsonWriter& out, const Work& work) {
  out.member("id", work.id);
  out.member("title", work.title);
  write_titles(out, work);
  write_texts(out, "authors", work.authors);
  write_text(out, "summary", work.summary);
  write_text(out, "language", work.language);
  write_text(out, "rating", work.rating);
  write_text(out, "status", work.status);
  write_text(out, "medium", work.medium);
  write_texts(out, "series", work.series);
  write_texts(out, "collections", work.collections);
  write_text(out, "url", work.url);
  write_number(out, "words", work.words);
  write_date(out, "published", work.published);
  write_date(out, "updated", work.updated);
  write_number(out, "kudos", work.kudos);
  write_number(out, "hits", work.hits);
  write_number(out, "comments", work.comments);
  write_number(out, "bookmarks", work.bookmarks);
  write_tags(out, work.tags);
  write_text(out, "text", work.text);
  write_parts(out, work.parts);
  write_readings(out, work.readings);
  for (const auto& [name, value] : work.extra) {
    out.key(name);
    out.raw(value);
  }
}

}  // namespace

std::string to_json(const Work& work) {
  JsonWriter out;
  out.begin_object();
  write_work(out, work);
  out.end_object();
  return out.str();
}

std::string to_json(const Work& work, const std::vector<Evidence>& evidence) {
  JsonWriter out;
  out.begin_object();
  write_work(out, work);
  out.key("evidence");
  json::write_evidence(out, evidence);
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
