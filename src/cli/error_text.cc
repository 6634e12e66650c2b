// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/error_text.h"

#include <fmt/format.h>

#include "cli/caret.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

// The width that terminals have at least; an error may come before the real one is known.
constexpr std::size_t kColumns = 80;

// Whether the offset counts in the query text. Other codes may speak of a tag or a file.
bool is_about_query(const Error& error) {
  const Place& where = error.where();
  if (!where.byte_offset || where.line || !where.file.empty()) return false;
  switch (error.code()) {
    case ErrorCode::query_syntax:
    case ErrorCode::query_limit:
    case ErrorCode::unknown_field:
    case ErrorCode::unknown_facet:
    case ErrorCode::bad_value:
      return true;
    default:
      return false;
  }
}

// What the message says itself is not said again. A byte is named only where it counts in a query
// that cannot be shown.
std::string place_text(const Error& error) {
  const Place& where = error.where();
  std::string text;
  if (where.line || std::string_view(error.what()).find(where.file) == std::string_view::npos)
    text = where.file;
  if (where.line) text += fmt::format("{}{}", text.empty() ? "line " : ":", *where.line);
  if (where.line && where.column) text += fmt::format(":{}", *where.column);
  if (is_about_query(error)) text = fmt::format("byte {}", *where.byte_offset);
  return text.empty() ? text : fmt::format(" ({})", text);
}

}  // namespace

std::string error_text(const Error& error, std::string_view query, const Paint& paint) {
  const bool with_caret = is_about_query(error) && !query.empty();
  std::string text =
      fmt::format("{} {}{}\n", paint.trouble("ficsearch:"), terminal_safe(error.what()),
                  with_caret ? "" : terminal_safe(place_text(error)));
  if (with_caret)
    text += caret_lines(query, *error.where().byte_offset, error.where().byte_length, kColumns);
  if (!error.hint().empty())
    text += fmt::format("{} {}\n", paint.title("hint:"), terminal_safe(error.hint()));
  return text;
}

}  // namespace ficsearch::cli
