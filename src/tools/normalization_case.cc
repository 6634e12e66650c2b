// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/normalization_case.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <string_view>

#include "base/utf8.h"
#include "ficsearch/error.h"

namespace ficsearch::tools {
namespace {

constexpr std::string_view kColumnsComment = "# Columns:";
constexpr std::string_view kColumns = "# Columns: id, class, op, tier, a, b, expected, note";
constexpr std::size_t kColumnCount = 8;
constexpr std::array<std::string_view, 12> kOperations{"eq",   "ne",     "key",     "idem",
                                                       "cand", "cmatch", "query",   "document",
                                                       "span", "mixed",  "reading", "best"};

Error bad_line(const std::filesystem::path& file, std::size_t line, const std::string& message) {
  return Error(ErrorCode::bad_value, file.string() + ":" + std::to_string(line) + ": " + message,
               Place{.file = file.string(), .line = line},
               "the columns are id, class, op, tier, a, b, expected, note, parted by tabs");
}

// The comment may go on after the last column, in a sentence of its own.
bool names_known_columns(std::string_view comment) {
  return comment.starts_with(kColumns) && !comment.substr(kColumns.size()).starts_with(',');
}

std::vector<std::string> split_at_tabs(std::string_view line) {
  std::vector<std::string> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

// Resolves the escape at the front of `text`, 'u' and 4 or 'U' and 8 hexadecimal digits after a
// backslash, and takes it away. False if it is none.
bool take_escape(std::string_view& text, std::string& resolved) {
  const std::size_t digits = text.starts_with("\\u") ? 4 : text.starts_with("\\U") ? 8 : 0;
  if (digits == 0 || text.size() < 2 + digits) return false;
  std::uint32_t code_point = 0;
  const char* const end = text.data() + 2 + digits;
  if (std::from_chars(text.data() + 2, end, code_point, 16).ptr != end) return false;
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) return false;
  base::append_code_point(resolved, code_point);
  text.remove_prefix(2 + digits);
  return true;
}

class LineReader {
 public:
  LineReader(const std::filesystem::path& file, std::size_t line) : file_(file), line_(line) {}

  NormalizationCase read(std::string_view text) const {
    std::vector<std::string> cells = split_at_tabs(text);
    if (cells.size() != kColumnCount)
      throw bad_line(file_, line_, std::to_string(cells.size()) + " columns instead of 8");
    if (std::find(kOperations.begin(), kOperations.end(), cells[2]) == kOperations.end())
      throw bad_line(file_, line_, "unknown operation '" + cells[2] + "'");
    return {.id = cells[0],
            .operation = cells[2],
            .tier = cells[3],
            .a = unescaped(cells[4]),
            .b = unescaped(cells[5]),
            .expected = unescaped(cells[6]),
            .note = cells[7],
            .line = line_};
  }

 private:
  std::string unescaped(std::string_view cell) const {
    std::string resolved;
    while (!cell.empty()) {
      if (take_escape(cell, resolved)) continue;
      if (cell.starts_with("\\u") || cell.starts_with("\\U"))
        throw bad_line(file_, line_,
                       "a broken escape at '" + std::string(cell.substr(0, 10)) + "'");
      resolved += cell.front();
      cell.remove_prefix(1);
    }
    return resolved;
  }

  const std::filesystem::path& file_;
  std::size_t line_;
};

}  // namespace

std::vector<NormalizationCase> load_normalization_cases(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(ErrorCode::io, file.string() + " cannot be read", Place{.file = file.string()});
  std::vector<NormalizationCase> cases;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with(kColumnsComment) && !names_known_columns(line))
      throw bad_line(file, number, "unknown columns");
    if (line.empty() || line.front() == '#') continue;
    cases.push_back(LineReader(file, number).read(line));
  }
  if (in.bad())
    throw Error(ErrorCode::io, file.string() + " cannot be read to its end",
                Place{.file = file.string()});
  return cases;
}

}  // namespace ficsearch::tools
