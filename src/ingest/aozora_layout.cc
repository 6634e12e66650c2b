// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/aozora_layout.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>

namespace ficsearch::ingest {
namespace {

using Lines = std::span<const std::string_view>;

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_blank(std::string_view line) {
  constexpr std::string_view kWideSpace = "　";
  while (!line.empty()) {
    if (line.starts_with(kWideSpace))
      line.remove_prefix(kWideSpace.size());
    else if (line.front() == ' ' || line.front() == '\t')
      line.remove_prefix(1);
    else
      return false;
  }
  return true;
}

// The line above and below the legend: 55 hyphens as published; we do not count.
bool is_dashed(std::string_view line) {
  return line.size() >= 20 && line.find_first_not_of('-') == std::string_view::npos;
}

bool starts_colophon(std::string_view line) {
  return line.starts_with("底本：") || line.starts_with("底本:");
}

Lines without_blank_ends(Lines lines) {
  while (!lines.empty() && is_blank(lines.front())) lines = lines.subspan(1);
  while (!lines.empty() && is_blank(lines.back())) lines = lines.first(lines.size() - 1);
  return lines;
}

// Takes the lines before the first one that `ends` off the front of `lines`.
template <typename Ends>
Lines take_until(Lines& lines, Ends ends) {
  const auto end = std::find_if(lines.begin(), lines.end(), ends);
  const auto count = static_cast<std::size_t>(end - lines.begin());
  const Lines taken = lines.first(count);
  lines = lines.subspan(count);
  return taken;
}

// Takes what follows the body off the back of `lines`.
Lines take_colophon(Lines& lines) {
  const auto start = std::find_if(lines.rbegin(), lines.rend(), starts_colophon);
  if (start == lines.rend()) return {};
  const auto count = static_cast<std::size_t>(start - lines.rbegin()) + 1;
  const Lines colophon = lines.last(count);
  lines = lines.first(lines.size() - count);
  return colophon;
}

// Takes the legend and its two dashed lines off the front of `lines`, if it is there.
bool take_legend(Lines& lines) {
  if (lines.empty() || !is_dashed(lines.front())) return false;
  Lines rest = lines.subspan(1);
  take_until(rest, is_dashed);
  if (rest.empty()) return false;  // never closed: a rule that belongs to the text
  lines = rest.subspan(1);
  return true;
}

std::vector<std::string_view> copy(Lines lines) {
  return {lines.begin(), lines.end()};
}

}  // namespace

AozoraLayout lay_out_aozora(std::string_view text) {
  const std::vector<std::string_view> all = split_lines(text);
  Lines lines = without_blank_ends(all);
  AozoraLayout layout;
  layout.colophon = copy(without_blank_ends(take_colophon(lines)));
  layout.header = copy(
      take_until(lines, [](std::string_view line) { return is_blank(line) || is_dashed(line); }));
  lines = without_blank_ends(lines);
  layout.has_legend = take_legend(lines);
  layout.body = copy(without_blank_ends(lines));
  return layout;
}

}  // namespace ficsearch::ingest
