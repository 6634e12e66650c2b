// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/vocabulary.h"

#include "ficsearch/json.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

using json::JsonWriter;

// Pairs are bytes of a source that may be anything.
void write_verdict(JsonWriter& out, const ImportVerdict& verdict) {
  out.begin_object();
  out.key("source");
  out.foreign_text(verdict.source);
  out.member("line", verdict.line);
  out.key("pair");
  out.foreign_text(verdict.pair);
  out.member("outcome", to_string(verdict.outcome));
  out.key("reason");
  out.foreign_text(verdict.reason);
  out.end_object();
}

}  // namespace

std::string to_json(const ImportVerdict& verdict) {
  JsonWriter out;
  write_verdict(out, verdict);
  return out.str();
}

std::string to_json(const VocabularyReport& report) {
  JsonWriter out;
  out.begin_object();
  out.member("accepted", report.accepted);
  out.member("unchanged", report.unchanged);
  out.member("refused", report.refused);
  out.key("verdicts");
  out.begin_array();
  for (const ImportVerdict& verdict : report.verdicts) write_verdict(out, verdict);
  out.end_array();
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
