// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/json.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

using json::JsonWriter;

// Always objects, which settle what is a facet and what is not.
void write_items(JsonWriter& out, std::string_view name, const std::vector<FilterItem>& items) {
  out.key(name);
  out.begin_array();
  for (const FilterItem& item : items) {
    out.begin_object();
    if (item.facet) out.member("facet", to_string(*item.facet));
    out.member("value", item.value);
    if (item.match == Match::written) out.member("match", "written");
    out.end_object();
  }
  out.end_array();
}

void write_text_or_null(JsonWriter& out, std::string_view name,
                        const std::optional<std::string>& text) {
  out.key(name);
  if (text)
    out.text(*text);
  else
    out.null();
}

}  // namespace

std::string to_json(const ProfileList& profiles) {
  JsonWriter out;
  out.begin_object();
  out.member("profiles", profiles.names);
  out.key("enforced");
  out.boolean(profiles.enforced);
  out.end_object();
  return out.str();
}

std::string to_json(const Profile& profile, const std::optional<std::string>& name) {
  JsonWriter out;
  out.begin_object();
  write_text_or_null(out, "name", name);
  write_items(out, "include", profile.include);
  write_items(out, "exclude", profile.exclude);
  write_text_or_null(out, "max_rating",
                     profile.max_rating ? std::optional(std::string(to_string(*profile.max_rating)))
                                        : std::nullopt);
  out.member("languages", profile.languages);
  out.member("mentions", profile.mentions == Mentions::exclude ? "exclude" : "ignore");
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
