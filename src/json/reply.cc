// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/json.h"
#include "json/highlight_html.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

using json::JsonWriter;

void write_tag(JsonWriter& out, const TagUse& tag) {
  out.begin_object();
  out.member("concept", tag.concept_id);
  out.member("label", tag.label);
  out.member("as_written", tag.as_written);
  if (tag.spoiler != 0) out.member("spoiler", std::uint64_t{tag.spoiler});
  if (tag.strength != 0) out.member("strength", std::uint64_t{tag.strength});
  if (!tag.part.empty()) out.member("part", tag.part);
  out.end_object();
}

struct WriteFieldValue {
  JsonWriter& out;
  void operator()(std::int64_t number) const { out.number(number); }
  void operator()(const std::string& text) const { out.text(text); }
  void operator()(const std::vector<std::string>& texts) const {
    out.begin_array();
    for (const std::string& text : texts) out.text(text);
    out.end_array();
  }
  void operator()(const RawJson& raw) const { out.raw(raw.json); }
};

void write_hit(JsonWriter& out, const Hit& hit) {
  out.begin_object();
  out.member("id", hit.id);
  if (hit.title.empty()) return out.end_object();
  out.member("title", hit.title);
  out.member("authors", hit.authors);
  out.key("tags");
  out.begin_object();
  for (const auto& [facet, tags] : hit.tags) {
    out.key(to_string(facet));
    out.begin_array();
    for (const TagUse& tag : tags) write_tag(out, tag);
    out.end_array();
  }
  out.end_object();
  out.member("advisories", hit.advisories);
  out.key("highlights");
  out.begin_object();
  for (const auto& [field, highlight] : hit.highlights)
    out.member(field, json::highlight_html(highlight));
  out.end_object();
  out.key("score");
  if (hit.score)
    out.number(*hit.score);
  else
    out.null();
  out.key("fields");
  out.begin_object();
  for (const auto& [name, value] : hit.fields) {
    out.key(name);
    std::visit(WriteFieldValue{out}, value);
  }
  out.end_object();
  out.end_object();
}

void write_total(JsonWriter& out, const Total& total) {
  out.begin_object();
  out.member("value", total.value);
  out.key("exact");
  out.boolean(total.exact);
  out.end_object();
}

void write_facets(JsonWriter& out, const Reply& reply) {
  out.begin_object();
  for (const auto& [facet, counts] : reply.facets) {
    out.key(to_string(facet));
    out.begin_array();
    for (const FacetCount& count : counts) {
      out.begin_object();
      out.member("concept", count.concept_id);
      out.member("label", count.label);
      out.member("count", count.count);
      out.member("state", to_string(count.state));
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
}

// An ambiguous entry has no one concept: "concept" is null and "concepts" lists all that it
// excludes.
void write_exclude(JsonWriter& out, const AppliedExclude& exclude) {
  out.begin_object();
  out.member("input", exclude.input);
  out.key("concept");
  if (exclude.concepts.size() == 1)
    out.text(exclude.concepts.front());
  else
    out.null();
  if (exclude.concepts.size() > 1) out.member("concepts", exclude.concepts);
  out.member("status", to_string(exclude.status));
  out.member("spellings", exclude.spellings);
  if (exclude.origin != FilterOrigin::request) out.member("origin", to_string(exclude.origin));
  out.end_object();
}

void write_applied(JsonWriter& out, const Applied& applied) {
  out.begin_object();
  out.member("query", applied.query);
  out.key("exclude");
  out.begin_array();
  for (const AppliedExclude& exclude : applied.exclude) write_exclude(out, exclude);
  out.end_array();
  out.key("profile");
  if (applied.profile.empty())
    out.null();
  else
    out.text(applied.profile);
  out.key("enforced");
  out.boolean(applied.enforced);
  out.key("expands_to");
  out.begin_object();
  out.member("concepts", applied.concepts);
  out.member("spellings", applied.spellings);
  out.end_object();
  out.end_object();
}

void write_warning(JsonWriter& out, const Warning& warning) {
  out.begin_object();
  out.member("code", warning.code);
  out.member("message", warning.message);
  out.member("input", warning.input);
  out.member("suggestions", warning.suggestions);
  out.end_object();
}

}  // namespace

std::string to_json(const Hit& hit) {
  JsonWriter out;
  write_hit(out, hit);
  return out.str();
}

std::string to_json(const Reply& reply, double took_us) {
  JsonWriter out;
  out.begin_object();
  out.key("hits");
  out.begin_array();
  for (const Hit& hit : reply.hits) write_hit(out, hit);
  out.end_array();
  out.key("total");
  write_total(out, reply.total);
  out.key("facets");
  write_facets(out, reply);
  out.key("applied");
  write_applied(out, reply.applied);
  out.key("warnings");
  out.begin_array();
  for (const Warning& warning : reply.warnings) write_warning(out, warning);
  out.end_array();
  if (!reply.next_cursor.empty()) out.member("next_cursor", reply.next_cursor);
  if (!reply.explanation.empty()) out.member("explain", reply.explanation);
  out.member("snapshot", reply.snapshot);
  out.key(took_us < 0 ? "took_ms" : "took_us");
  out.duration(took_us < 0 ? reply.took_ms : took_us);
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
