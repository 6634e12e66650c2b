// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/error.h"

#include "ficsearch/json.h"
#include "json/json_writer.h"

namespace ficsearch {
namespace {

// What kind of trouble a code is, so that a program can act on codes that it does not know.
std::string_view type_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::unknown_parameter:
    case ErrorCode::duplicate_parameter:
    case ErrorCode::bad_value:
    case ErrorCode::unknown_facet:
    case ErrorCode::unknown_field:
    case ErrorCode::query_syntax:
    case ErrorCode::query_limit:
    case ErrorCode::empty_filter:
    case ErrorCode::invalid_utf8:
    case ErrorCode::ambiguous:
    case ErrorCode::bad_json:
    case ErrorCode::missing_id:
    case ErrorCode::missing_title:
    case ErrorCode::wrong_type:
    case ErrorCode::out_of_range:
    case ErrorCode::bad_date:
    case ErrorCode::bad_encoding:
    case ErrorCode::unknown_format:
    case ErrorCode::hash_clash:
    case ErrorCode::bad_archive:
    case ErrorCode::bad_xml:
    case ErrorCode::bad_table:
    case ErrorCode::bad_database:
      return "invalid_request";
    case ErrorCode::too_long:
      return "too_large";
    case ErrorCode::no_index:
    case ErrorCode::no_work:
    case ErrorCode::no_concept:
    case ErrorCode::profile_not_found:
      return "not_found";
    case ErrorCode::locked:
      return "conflict";
    case ErrorCode::snapshot_expired:
    case ErrorCode::interrupted:
      return "unavailable";
    case ErrorCode::timeout:
      return "timeout";
    case ErrorCode::bad_dictionary:
    case ErrorCode::format_unknown:
    case ErrorCode::normalizer_mismatch:
    case ErrorCode::index_corrupt:
    case ErrorCode::io:
    case ErrorCode::disk_full:
      return "internal";
  }
  return "internal";
}

void write_position(json::JsonWriter& out, const Place& where) {
  out.begin_object();
  if (!where.file.empty()) {
    out.key("file");
    out.foreign_text(where.file);
  }
  if (where.line) out.member("line", *where.line);
  if (where.column) out.member("column", *where.column);
  if (where.byte_offset) {
    out.member("offset", *where.byte_offset);
    out.member("length", where.byte_length);
  }
  out.end_object();
}

}  // namespace

std::string to_json(const Error& error) {
  json::JsonWriter out;
  out.begin_object();
  out.key("error");
  out.begin_object();
  out.member("code", to_string(error.code()));
  out.member("type", type_of(error.code()));
  out.key("message");
  out.foreign_text(error.what());
  if (error.where() != Place{}) {
    out.key("position");
    write_position(out, error.where());
  }
  if (!error.hint().empty()) {
    out.key("hint");
    out.foreign_text(error.hint());
  }
  out.end_object();
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
