// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/import.h"

#include "ficsearch/json.h"
#include "json/import_warnings.h"
#include "json/json_writer.h"

namespace ficsearch {

std::string to_json(const ImportReport& report) {
  json::JsonWriter out;
  out.begin_object();
  out.member("imported", report.imported());
  out.member("added", report.added);
  out.member("replaced", report.replaced);
  out.member("unchanged", report.unchanged);
  out.member("rejected", report.rejected);
  out.member("pruned", report.pruned);
  if (!report.not_pruned.empty()) {
    out.key("not_pruned");
    out.foreign_text(report.not_pruned);
  }
  out.member("repeated", report.repeated);
  out.member("resumed", report.resumed);
  out.key("interrupted");
  out.boolean(report.interrupted);
  out.member("unknown_keys", report.unknown_keys);
  out.member("skipped_files", report.skipped_files);
  json::write_import_warnings(out, report.warnings);
  out.member("replaced_bytes", report.replaced_bytes);
  out.end_object();
  return out.str();
}

std::string to_json(const Reject& reject) {
  json::JsonWriter out;
  out.begin_object();
  out.key("source");
  out.foreign_text(reject.source);
  out.member("line", reject.line);
  out.member("byte_offset", reject.byte_offset);
  out.member("code", to_string(reject.code));
  out.key("message");
  out.foreign_text(reject.message);
  out.key("id");
  out.foreign_text(reject.id);
  out.key("record");
  out.foreign_text(reject.record);
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
