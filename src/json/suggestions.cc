// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include "ficsearch/json.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

using json::JsonWriter;

void write_works(JsonWriter& out, const std::optional<std::uint64_t>& works) {
  out.key("works");
  if (works)
    out.number(*works);
  else
    out.null();
}

void write_suggestion(JsonWriter& out, const Suggestion& suggestion) {
  out.begin_object();
  out.member("concept", suggestion.concept_id);
  out.member("facet", to_string(suggestion.facet));
  out.member("label", suggestion.label);
  out.member("matched", suggestion.matched);
  out.member("not", suggestion.not_same);
  write_works(out, suggestion.works);
  out.key("alike");
  out.boolean(suggestion.is_alike);
  out.end_object();
}

void write_match(JsonWriter& out, const TagMatch& match) {
  out.begin_object();
  out.member("concept", match.tag.concept_id);
  out.member("facet", to_string(match.tag.facet));
  out.member("label", match.tag.label);
  write_works(out, match.tag.works);
  out.member("where", match.where);
  out.member("matched", match.matched);
  out.end_object();
}

}  // namespace

std::string to_json(const Suggestion& suggestion) {
  JsonWriter out;
  write_suggestion(out, suggestion);
  return out.str();
}

std::string to_json(const std::vector<Suggestion>& suggestions, double took_us) {
  JsonWriter out;
  out.begin_object();
  out.key("suggestions");
  out.begin_array();
  for (const Suggestion& suggestion : suggestions) write_suggestion(out, suggestion);
  out.end_array();
  if (took_us >= 0) {
    out.key("took_us");
    out.duration(took_us);
  }
  out.end_object();
  return out.str();
}

std::string to_json(const TagMatch& match) {
  JsonWriter out;
  write_match(out, match);
  return out.str();
}

std::string to_json(const std::vector<TagMatch>& matches) {
  JsonWriter out;
  out.begin_object();
  out.key("matches");
  out.begin_array();
  for (const TagMatch& match : matches) write_match(out, match);
  out.end_array();
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
