// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/tag_list.h"

#include <string>
#include <utility>

#include "ficsearch/error.h"
#include "ingest/unknown_key.h"

namespace ficsearch::ingest {
namespace {

Facet facet_of_key(std::string_view key) {
  if (const auto facet = find_facet(key)) return *facet;
  std::vector<std::string> names;
  for (const Facet facet : kAllFacets) names.emplace_back(to_string(facet));
  throw Error(ErrorCode::unknown_facet, "\"" + std::string(key) + "\" is not a facet of tags", {},
              nearest_hint(key, names));
}

// "trope:NTR" -> trope, "NTR". Without the name of a facet in front, the whole is a freeform tag.
void split_facet(Tag& tag) {
  const std::size_t colon = tag.name.find(':');
  if (colon == std::string::npos) return;
  const auto facet = find_facet(std::string_view(tag.name).substr(0, colon));
  if (!facet) return;
  tag.facet = *facet;
  tag.name.erase(0, colon + 1);
}

Tag read_tag_object(JsonRecord& record, JsonValue value, std::string_view key) {
  Tag tag;
  record.for_each_member(value, key, [&](std::string_view member, JsonValue content) {
    if (std::find(kTagKeys.begin(), kTagKeys.end(), member) == kTagKeys.end())
      throw_unknown_key(member, "a tag", kTagKeys);
    if (record.is_null(content)) return;
    if (member == "name")
      tag.name = record.name(content, key);
    else if (member == "spoiler")
      tag.spoiler = static_cast<std::uint8_t>(record.integer(content, "spoiler", 0, 2));
    else
      tag.strength = static_cast<std::uint8_t>(record.integer(content, "strength", 1, 3));
  });
  return tag;
}

Tag read_tag(JsonRecord& record, JsonValue value, std::string_view key) {
  if (!record.is_string(value)) return read_tag_object(record, value, key);
  Tag tag;
  tag.name = record.name(value, key);
  return tag;
}

void refuse_empty(const Tag& tag, std::string_view key) {
  if (tag.name.empty())
    throw Error(ErrorCode::out_of_range, "a tag in \"" + std::string(key) + "\" has no name");
}

std::vector<Tag> read_tag_list(JsonRecord& record, JsonValue value, std::string_view key) {
  std::vector<Tag> tags;
  record.for_each_item(value, key, [&](JsonValue item) {
    Tag tag = read_tag(record, item, key);
    split_facet(tag);
    refuse_empty(tag, key);
    tags.push_back(std::move(tag));
  });
  return tags;
}

std::vector<Tag> read_tags_by_facet(JsonRecord& record, JsonValue value, std::string_view key) {
  std::vector<Tag> tags;
  record.for_each_member(value, key, [&](std::string_view facet_key, JsonValue list) {
    const Facet facet = facet_of_key(facet_key);
    if (record.is_null(list)) return;
    record.for_each_item(list, facet_key, [&](JsonValue item) {
      Tag tag = read_tag(record, item, facet_key);
      tag.facet = facet;
      refuse_empty(tag, facet_key);
      tags.push_back(std::move(tag));
    });
  });
  return tags;
}

}  // namespace

std::vector<Tag> read_tags(JsonRecord& record, JsonValue value, std::string_view key) {
  if (record.is_list(value)) return read_tag_list(record, value, key);
  return read_tags_by_facet(record, value, key);
}

}  // namespace ficsearch::ingest
