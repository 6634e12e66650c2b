// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reply_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "cli/numbers.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kMostExcludes = 10;
constexpr std::size_t kMostWarnings = 5;  // of one code

std::string meaning_of(const AppliedExclude& exclude) {
  const std::string spellings = counted(exclude.spellings, "written form", "written forms");
  switch (exclude.status) {
    case ExcludeStatus::resolved:
      return fmt::format("{} ({} in this archive)", fmt::join(exclude.concepts, ", "), spellings);
    case ExcludeStatus::ambiguous:
      return fmt::format("all of {} ({} in this archive)", fmt::join(exclude.concepts, ", "),
                         spellings);
    case ExcludeStatus::spelling:
      return fmt::format("that spelling, which only this archive knows ({})", spellings);
    case ExcludeStatus::literal:
      return "that literal text in tags, titles and summaries";
    case ExcludeStatus::written:
      return "exactly that written form";
  }
  return {};
}

std::string_view origin_of(const AppliedExclude& exclude) {
  switch (exclude.origin) {
    case FilterOrigin::request:
      break;
    case FilterOrigin::profile:
      return " by the profile";
    case FilterOrigin::enforced:
      return " always";
  }
  return "";
}

}  // namespace

void note_excludes(const Reply& reply, const Messages& messages) {
  const ChunkedList<AppliedExclude>& excludes = reply.applied.exclude;
  const std::size_t shown = std::min(excludes.size(), kMostExcludes);
  for (std::size_t i = 0; i < shown; ++i)
    messages.note(fmt::format("excluded{}: {}: {}", origin_of(excludes[i]),
                              terminal_safe(excludes[i].input), meaning_of(excludes[i])));
  if (shown < excludes.size())
    messages.note(fmt::format("excluded: and {} more entries, all applied; --json lists them",
                              grouped(excludes.size() - shown)));
}

void print_warnings(const std::vector<Warning>& warnings, const Messages& messages) {
  std::map<std::string_view, std::size_t> seen;
  for (const Warning& warning : warnings) {
    if (++seen[warning.code] > kMostWarnings) continue;
    std::string text = warning.message;
    if (!warning.suggestions.empty())
      text += fmt::format("; did you mean {}?", fmt::join(warning.suggestions, ", "));
    messages.warn(terminal_safe(text));
  }
  for (const auto& [code, count] : seen)
    if (count > kMostWarnings)
      messages.warn(fmt::format("and {} more like these ({}), {} in all; --json lists them",
                                grouped(count - kMostWarnings), code, grouped(count)));
}

void note_how_to_go_on(const Reply& reply, const Messages& messages) {
  for (const std::string& line : reply.explanation)
    messages.note(fmt::format("explain: {}", terminal_safe(line)));
  if (!reply.next_cursor.empty())
    messages.note(fmt::format("next page: --cursor {}", reply.next_cursor));
}

}  // namespace ficsearch::cli
