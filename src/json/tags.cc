// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/tags.h"

#include "ficsearch/json.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

using json::JsonWriter;

std::string_view name_of(Found found) {
  switch (found) {
    case Found::concept_:
      return "concept";
    case Found::spelling:
      return "spelling";
    case Found::ambiguous:
      return "ambiguous";
    case Found::nothing:
      return "nothing";
  }
  return "nothing";
}

void write_advisories(JsonWriter& out, const std::vector<std::string>& always,
                      const std::vector<std::string>& commonly) {
  out.key("advisories");
  out.begin_object();
  out.member("always", always);
  out.member("commonly", commonly);
  out.end_object();
}

// What a concept is, up to its advisories, which an explanation gives with the inherited ones.
void write_identity(JsonWriter& out, const Concept& subject) {
  out.member("concept", subject.id);
  out.member("facet", to_string(subject.facet));
  out.member("label", subject.label());
  out.key("labels");
  out.begin_object();
  for (const auto& [language, label] : subject.labels) out.member(language, label);
  out.end_object();
  out.member("definition", subject.definition);
  out.key("spellings");
  out.begin_array();
  for (const ConceptSpelling& spelling : subject.spellings) {
    out.begin_object();
    out.member("text", spelling.text);
    out.member("script", spelling.script);
    out.end_object();
  }
  out.end_array();
  out.member("readings", subject.readings);
  out.member("perspective", subject.perspectives);
  out.member("medium", subject.media);
}

void write_neighbours(JsonWriter& out, const Concept& subject) {
  out.member("related", subject.related);
  out.key("distinct");
  out.begin_array();
  for (const DistinctFrom& other : subject.distinct) {
    out.begin_object();
    out.member("concept", other.concept_id);
    out.member("difference", other.difference);
    out.end_object();
  }
  out.end_array();
  out.member("note", subject.note);
}

void write_counts(JsonWriter& out, const Explanation& explanation) {
  out.key("counts");
  if (!explanation.works) return out.null();
  out.begin_object();
  out.member("works", *explanation.works);
  if (explanation.works_excluded) out.member("excluded", *explanation.works_excluded);
  out.end_object();
}

void write_summary(JsonWriter& out, const TagSummary& summary) {
  out.begin_object();
  out.member("concept", summary.concept_id);
  out.member("facet", to_string(summary.facet));
  out.member("label", summary.label);
  out.key("works");
  if (summary.works)
    out.number(*summary.works);
  else
    out.null();
  out.end_object();
}

void write_finding(JsonWriter& out, const LintFinding& finding) {
  out.begin_object();
  out.member("kind", finding.kind);
  out.member("a", finding.a);
  out.member("b", finding.b);
  out.member("message", finding.message);
  out.member("likelihood", to_string(finding.likelihood));
  out.key("works");
  if (finding.works)
    out.number(*finding.works);
  else
    out.null();
  out.end_object();
}

}  // namespace

std::string to_json(const Concept& subject) {
  JsonWriter out;
  out.begin_object();
  write_identity(out, subject);
  write_advisories(out, subject.advisories_always, subject.advisories_commonly);
  out.member("broader", subject.broader);
  write_neighbours(out, subject);
  out.end_object();
  return out.str();
}

std::string to_json(const Explanation& explanation) {
  JsonWriter out;
  out.begin_object();
  out.member("input", explanation.input);
  out.member("found", name_of(explanation.found));
  out.member("candidates", explanation.candidates);
  if (explanation.found == Found::concept_) {
    write_identity(out, explanation.subject);
    write_advisories(out, explanation.advisories_always, explanation.advisories_commonly);
    out.member("broader", explanation.subject.broader);
    out.member("narrower", explanation.narrower);
    out.member("siblings", explanation.siblings);
    write_neighbours(out, explanation.subject);
  }
  write_counts(out, explanation);
  out.member("as_written", explanation.as_written);
  out.member("suggestions", explanation.suggestions);
  out.end_object();
  return out.str();
}

std::string to_json(const TagSummary& summary) {
  JsonWriter out;
  write_summary(out, summary);
  return out.str();
}

std::string to_json(const std::vector<TagSummary>& summaries) {
  JsonWriter out;
  out.begin_object();
  out.key("tags");
  out.begin_array();
  for (const TagSummary& summary : summaries) write_summary(out, summary);
  out.end_array();
  out.end_object();
  return out.str();
}

std::string to_json(const LintFinding& finding) {
  JsonWriter out;
  write_finding(out, finding);
  return out.str();
}

std::string to_json(const std::vector<LintFinding>& findings) {
  JsonWriter out;
  out.begin_object();
  out.key("findings");
  out.begin_array();
  for (const LintFinding& finding : findings) write_finding(out, finding);
  out.end_array();
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
