// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/json.h"
#include "json/json_writer.h"

namespace ficsearch {

std::string to_json(const CheckReport& report) {
  json::JsonWriter out;
  out.begin_object();
  out.member("works", report.works);
  out.member("depth", report.depth == CheckDepth::deep ? "deep" : "usual");
  out.member("seal", to_string(report.seal));
  out.member("damage", report.damage);
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
