// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/caret.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/code_points.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kIndent = 2;

// The end of `text` that fits in `columns`, with an ellipsis before it if it is cut.
std::string fit_end(std::string text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  while (!text.empty() && display_width(text) + 1 > columns)
    text.erase(0, code_point_bytes(text[0]));
  return "…" + text;
}

}  // namespace

std::string caret_lines(std::string_view query, std::size_t offset, std::size_t length,
                        std::size_t columns) {
  offset = std::min(offset, query.size());
  length = std::min(length, query.size() - offset);
  const std::size_t room = std::max<std::size_t>(columns, 20) - kIndent;
  const std::string before = fit_end(terminal_safe(query.substr(0, offset)), room * 2 / 3);
  const std::string marked = terminal_safe(query.substr(offset, length));
  const std::string after = terminal_safe(query.substr(offset + length));
  const std::size_t before_columns = display_width(before);
  const std::string rest = fit_width(marked + after, room - before_columns);
  const std::size_t carets = std::clamp<std::size_t>(display_width(marked), 1,
                                                     std::max<std::size_t>(1, display_width(rest)));
  return fmt::format("{0:{1}}{2}{3}\n{0:{4}}{5:^>{6}}\n", "", kIndent, before, rest,
                     kIndent + before_columns, "", carets);
}

}  // namespace ficsearch::cli
