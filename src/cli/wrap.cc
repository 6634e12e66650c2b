// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wrap.h"

#include <algorithm>
#include <array>

#include "cli/code_points.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

// Japanese typesetting keeps these off the beginning of a line.
constexpr std::array<std::string_view, 18> kClosing{"、", "。", "，", "．", "」", "』",
                                                    "）", "］", "】", "〉", "》", "！",
                                                    "？", "…",  "ー", "々", "・", "："};

bool may_begin_line(std::string_view character, std::size_t width) {
  return width != 0 && std::find(kClosing.begin(), kClosing.end(), character) == kClosing.end();
}

// Columns that are left for text beside the indent; never so few that wrapping cannot go on.
std::size_t text_columns(std::size_t indent, std::size_t columns) {
  return columns > indent + 10 ? columns - indent : 10;
}

// A text that a terminal can show, with the ranges to paint.
struct Marked {
  std::string text;
  std::vector<Range> marks;

  void append(std::string_view piece) { text += terminal_safe(piece); }
  void append_marked(std::string_view piece) {
    const std::size_t begin = text.size();
    append(piece);
    marks.emplace_back(begin, text.size());
  }
};

Marked marked_text(const Highlight& highlight) {
  const std::string_view text = highlight.text;
  Marked marked;
  if (highlight.cut_before) marked.append("…");
  std::size_t done = 0;
  for (const auto& [begin, end] : highlight.matches) {
    marked.append(text.substr(done, begin - done));
    marked.append_marked(text.substr(begin, end - begin));
    done = end;
  }
  marked.append(text.substr(done));
  if (highlight.cut_after) marked.append("…");
  return marked;
}

std::string painted_line(const Marked& marked, Range line, const Paint& paint) {
  const std::string_view text = marked.text;
  std::string out;
  std::size_t done = line.first;
  for (const auto& [mark_begin, mark_end] : marked.marks) {
    const std::size_t begin = std::max(mark_begin, done);
    const std::size_t end = std::min(mark_end, line.second);
    if (begin >= end) continue;
    out += text.substr(done, begin - done);
    out += paint.match(text.substr(begin, end - begin));
    done = end;
  }
  out += text.substr(done, line.second - done);
  return out;
}

}  // namespace

std::vector<Range> wrap_lines(std::string_view text, std::size_t columns) {
  std::vector<Range> lines;
  std::size_t begin = 0;       // of the line
  std::size_t used = 0;        // columns of the line
  std::size_t break_at = 0;    // last place where the line may end
  std::size_t break_used = 0;  // columns up to there
  bool previous_wide = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = std::min(code_point_bytes(text[at]), text.size() - at);
    const std::string_view character = text.substr(at, bytes);
    const std::size_t width = display_width(character);
    const bool after_space = at > 0 && text[at - 1] == ' ';
    if (after_space || ((width == 2 || previous_wide) && may_begin_line(character, width))) {
      break_at = at;
      break_used = used;
    }
    // A space may hang over the edge: it is dropped there.
    if (used + width > columns && at > begin && character != " ") {
      if (break_at <= begin) {
        break_at = at;
        break_used = used;
      }
      lines.emplace_back(begin, break_at);
      used -= break_used;
      begin = break_at;
      break_used = 0;
    }
    used += width;
    previous_wide = width == 2 || (width == 0 && previous_wide);
    at += bytes;
  }
  if (begin < text.size()) lines.emplace_back(begin, text.size());
  for (Range& line : lines)
    while (line.second > line.first && text[line.second - 1] == ' ') --line.second;
  return lines;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns) {
  std::string out;
  for (const auto& [begin, end] : wrap_lines(text, text_columns(indent, columns)))
    out.append(indent, ' ').append(text.substr(begin, end - begin)).append("\n");
  return out;
}

std::string wrapped(const Highlight& highlight, std::size_t indent, std::size_t columns,
                    const Paint& paint) {
  const Marked marked = marked_text(highlight);
  std::string out;
  for (const Range& line : wrap_lines(marked.text, text_columns(indent, columns)))
    out.append(indent, ' ').append(painted_line(marked, line, paint)).append("\n");
  return out;
}

}  // namespace ficsearch::cli
