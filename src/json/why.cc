// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/json.h"
#include "json/evidence.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

using json::JsonWriter;

void write_tag(JsonWriter& out, const WhyTag& tag) {
  out.begin_object();
  out.member("facet", to_string(tag.facet));
  out.member("as_written", tag.as_written);
  if (tag.spoiler != 0) out.member("spoiler", std::uint64_t{tag.spoiler});
  if (!tag.part.empty() || !tag.part_kind.empty() || !tag.part_title.empty()) {
    out.key("part");
    out.begin_object();
    out.member("id", tag.part);
    out.member("kind", tag.part_kind);
    out.member("title", tag.part_title);
    out.end_object();
  }
  out.member("path", tag.path);
  out.end_object();
}

void write_rule(JsonWriter& out, const WhyRule& rule) {
  out.begin_object();
  out.member("kind", to_string(rule.kind));
  out.member("input", rule.input);
  out.member("origin", to_string(rule.origin));
  out.key("hides");
  out.boolean(rule.hides);
  out.key("tags");
  out.begin_array();
  for (const WhyTag& tag : rule.tags) write_tag(out, tag);
  out.end_array();
  out.key("mentions");
  json::write_evidence(out, rule.mentions);
  out.member("values", rule.values);
  out.end_object();
}

}  // namespace

std::string to_json(const Why& why) {
  JsonWriter out;
  out.begin_object();
  out.member("id", why.id);
  out.member("title", why.title);
  out.key("shown");
  out.boolean(why.shown);
  out.key("rules");
  out.begin_array();
  for (const WhyRule& rule : why.rules) write_rule(out, rule);
  out.end_array();
  out.member("excludes", std::uint64_t{why.excludes});
  out.member("query", why.query);
  out.key("profile");
  if (why.profile.empty())
    out.null();
  else
    out.text(why.profile);
  out.member("snapshot", why.snapshot);
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
