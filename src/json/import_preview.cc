// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/import.h"
#include "ficsearch/json.h"
#include "json/import_warnings.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

void write(json::JsonWriter& out, const SourcePreview& source) {
  out.begin_object();
  out.key("source");
  out.foreign_text(source.source);
  out.member("added", source.added);
  out.member("replaced", source.replaced);
  out.member("unchanged", source.unchanged);
  out.member("rejected", source.rejected);
  out.end_object();
}

void write(json::JsonWriter& out, const FacetPreview& facet) {
  out.begin_object();
  out.member("facet", to_string(facet.facet));
  out.member("tags", facet.tags);
  out.member("forms", facet.forms);
  out.member("mapped", facet.mapped);
  out.end_object();
}

void write(json::JsonWriter& out, const UnmappedTag& tag) {
  out.begin_object();
  out.member("facet", to_string(tag.facet));
  out.member("written", tag.written);
  out.member("works", tag.works);
  out.end_object();
}

template <typename Item>
void write_list(json::JsonWriter& out, std::string_view key, const std::vector<Item>& items) {
  out.key(key);
  out.begin_array();
  for (const Item& item : items) write(out, item);
  out.end_array();
}

}  // namespace

std::string to_json(const ImportPreview& preview) {
  json::JsonWriter out;
  out.begin_object();
  write_list(out, "sources", preview.sources);
  write_list(out, "facets", preview.facets);
  write_list(out, "unmapped", preview.unmapped);
  out.member("skipped_files", preview.skipped_files);
  json::write_import_warnings(out, preview.warnings);
  out.key("interrupted");
  out.boolean(preview.interrupted);
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
