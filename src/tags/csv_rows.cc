// SPDX-License-Identifier: GPL-3.0-or-later
// libcsv tells of cells and rows, not of lines, so it is fed line by line.
#include "tags/csv_rows.h"

#include <csv.h>

#include <algorithm>
#include <new>
#include <utility>

#include "base/ascii.h"
#include "tags/concept_record.h"
#include "tags/source_lines.h"

namespace ficsearch::tags {
namespace {

// Owns what libcsv allocates.
struct Parser {
  Parser() {
    if (csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&csv); }

  csv_parser csv{};
};

struct Collected {
  std::vector<CsvRow> rows;
  CsvRow row;
  std::size_t line = 0;  // that is being read
};

extern "C" void end_cell(void* bytes, std::size_t size, void* to) {
  auto& collected = *static_cast<Collected*>(to);
  if (collected.row.cells.empty()) collected.row.line = collected.line;
  collected.row.cells.emplace_back(static_cast<const char*>(bytes), size);
}

extern "C" void end_row(int, void* to) {
  auto& collected = *static_cast<Collected*>(to);
  collected.rows.push_back(std::move(collected.row));
  collected.row = {};
}

[[noreturn]] void refuse_broken(Parser& parser, const std::string& name, std::size_t line) {
  if (csv_error(&parser.csv) == CSV_ENOMEM) throw std::bad_alloc();
  refuse(name, line, "a quote of the CSV is out of place or never closed",
         "double the quotes inside a cell, and put the cell in quotes");
}

}  // namespace

std::vector<CsvRow> csv_rows(std::string_view text, const std::string& name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Parser parser;
  Collected collected;
  while (!text.empty()) {
    ++collected.line;
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    if (csv_parse(&parser.csv, text.data(), size, end_cell, end_row, &collected) != size)
      refuse_broken(parser, name, collected.line);
    text.remove_prefix(size);
  }
  if (csv_fini(&parser.csv, end_cell, end_row, &collected) != 0)
    refuse_broken(parser, name, collected.line);
  return std::move(collected.rows);
}

std::string column_name(std::string_view cell) {
  std::string name(trimmed(cell));
  for (char& c : name) c = c == ' ' ? '_' : base::ascii_lower(c);
  return name;
}

std::optional<std::size_t> find_column(const CsvRow& header,
                                       const std::vector<std::string_view>& names) {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < header.cells.size(); ++i)
      if (column_name(header.cells[i]) == name) return i;
  return std::nullopt;
}

std::string_view cell_of(const CsvRow& row, std::optional<std::size_t> column) noexcept {
  if (!column || *column >= row.cells.size()) return {};
  return trimmed(row.cells[*column]);
}

}  // namespace ficsearch::tags
