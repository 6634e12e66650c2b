// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/evidence.h"

namespace ficsearch::json {

void write_evidence(JsonWriter& out, const std::vector<Evidence>& evidence) {
  out.begin_array();
  for (const Evidence& found : evidence) {
    out.begin_object();
    out.member("field", found.field);
    out.member("concept", found.concept_id);
    out.member("polarity", to_string(found.polarity));
    out.member("text", found.text);
    out.end_object();
  }
  out.end_array();
}

}  // namespace ficsearch::json
