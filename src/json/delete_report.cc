// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/json.h"
#include "json/json_writer.h"

namespace ficsearch {

std::string to_json(const DeleteReport& report) {
  json::JsonWriter out;
  out.begin_object();
  out.member("deleted", report.deleted);
  // Ids that were asked for, which nobody has checked.
  out.key("missing");
  out.begin_array();
  for (const std::string& id : report.missing) out.foreign_text(id);
  out.end_array();
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
