// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exit_code.h"

namespace ficsearch::cli {

ExitCode exit_code_of(ErrorCode code) noexcept {
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
    case ErrorCode::too_long:
    case ErrorCode::ambiguous:
      return ExitCode::usage;
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
      return ExitCode::rejected;
    case ErrorCode::no_index:
    case ErrorCode::no_work:
    case ErrorCode::no_concept:
    case ErrorCode::profile_not_found:
      return ExitCode::not_found;
    case ErrorCode::locked:
    case ErrorCode::snapshot_expired:
      return ExitCode::locked;
    case ErrorCode::bad_dictionary:
    case ErrorCode::index_corrupt:
      return ExitCode::damaged;
    case ErrorCode::format_unknown:
    case ErrorCode::normalizer_mismatch:
    case ErrorCode::timeout:
      return ExitCode::refused;
    case ErrorCode::io:
    case ErrorCode::disk_full:
      return ExitCode::machine;
    case ErrorCode::interrupted:
      return ExitCode::interrupted;
  }
  return ExitCode::machine;
}

}  // namespace ficsearch::cli
