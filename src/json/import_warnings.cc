// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/import_warnings.h"

namespace ficsearch::json {

void write_import_warnings(JsonWriter& out, const std::vector<ImportWarning>& warnings) {
  out.key("warnings");
  out.begin_array();
  for (const ImportWarning& warning : warnings) {
    out.begin_object();
    out.key("source");
    out.foreign_text(warning.source);
    out.key("message");
    out.foreign_text(warning.message);
    out.end_object();
  }
  out.end_array();
}

}  // namespace ficsearch::json
