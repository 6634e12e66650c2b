// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::tags {

// A row of a CSV text (RFC 4180), with the line on which its first cell ends, from 1.
struct CsvRow {
  std::size_t line = 0;
  std::vector<std::string> cells;
};

// All rows that are not empty. `name` is for errors. Throws Error(`bad_dictionary`) with the line
// if a quote is never closed or stands inside a cell without quotes.
std::vector<CsvRow> csv_rows(std::string_view text, const std::string& name);

// A column's name as it is compared: in lower case, with _ for blanks.
std::string column_name(std::string_view cell);

// The column of the first of `names` that `header` has, as column_name writes them.
std::optional<std::size_t> find_column(const CsvRow& header,
                                       const std::vector<std::string_view>& names);

// The cell without blanks at its ends; empty if the row is shorter or there is no such column.
std::string_view cell_of(const CsvRow& row, std::optional<std::size_t> column) noexcept;

}  // namespace ficsearch::tags
