// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/error.h"

#include <utility>

namespace ficsearch {

std::string_view to_string(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::unknown_parameter:
      return "unknown_parameter";
    case ErrorCode::duplicate_parameter:
      return "duplicate_parameter";
    case ErrorCode::bad_value:
      return "bad_value";
    case ErrorCode::unknown_facet:
      return "unknown_facet";
    case ErrorCode::unknown_field:
      return "unknown_field";
    case ErrorCode::query_syntax:
      return "query_syntax";
    case ErrorCode::query_limit:
      return "query_limit";
    case ErrorCode::empty_filter:
      return "empty_filter";
    case ErrorCode::invalid_utf8:
      return "invalid_utf8";
    case ErrorCode::too_long:
      return "too_long";
    case ErrorCode::ambiguous:
      return "ambiguous";
    case ErrorCode::bad_json:
      return "bad_json";
    case ErrorCode::missing_id:
      return "missing_id";
    case ErrorCode::missing_title:
      return "missing_title";
    case ErrorCode::wrong_type:
      return "wrong_type";
    case ErrorCode::out_of_range:
      return "out_of_range";
    case ErrorCode::bad_date:
      return "bad_date";
    case ErrorCode::bad_encoding:
      return "bad_encoding";
    case ErrorCode::unknown_format:
      return "unknown_format";
    case ErrorCode::hash_clash:
      return "hash_clash";
    case ErrorCode::bad_archive:
      return "bad_archive";
    case ErrorCode::bad_xml:
      return "bad_xml";
    case ErrorCode::bad_table:
      return "bad_table";
    case ErrorCode::bad_database:
      return "bad_database";
    case ErrorCode::bad_dictionary:
      return "bad_dictionary";
    case ErrorCode::no_index:
      return "no_index";
    case ErrorCode::no_work:
      return "no_work";
    case ErrorCode::no_concept:
      return "no_concept";
    case ErrorCode::locked:
      return "locked";
    case ErrorCode::format_unknown:
      return "format_unknown";
    case ErrorCode::normalizer_mismatch:
      return "normalizer_mismatch";
    case ErrorCode::index_corrupt:
      return "index_corrupt";
    case ErrorCode::snapshot_expired:
      return "snapshot_expired";
    case ErrorCode::timeout:
      return "timeout";
    case ErrorCode::profile_not_found:
      return "profile_not_found";
    case ErrorCode::io:
      return "io";
    case ErrorCode::disk_full:
      return "disk_full";
    case ErrorCode::interrupted:
      return "interrupted";
  }
  return "unknown";
}

Error::Error(ErrorCode code, const std::string& message, Place where, std::string hint)
    : std::runtime_error(message), code_(code), where_(std::move(where)), hint_(std::move(hint)) {}

}  // namespace ficsearch
