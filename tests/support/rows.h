// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ficsearch::test {

// A row of a test table: column name -> cell. Asking for a column that the table lacks fails the
// test.
class Row {
 public:
  explicit Row(std::map<std::string, std::string> cells) : cells_(std::move(cells)) {}
  const std::string& operator[](const std::string& column) const;

 private:
  std::map<std::string, std::string> cells_;
};

// The rows of tests/data/`file`: UTF-8, tab separated, the first line names the columns, lines that
// begin with '#' and empty lines are left out. \uXXXX, \UXXXXXXXX, \t, \n and \\ in a cell stand
// for that character. Throws if the file is missing or a row has another number of cells than the
// header.
std::vector<Row> read_rows(const std::string& file);

// The text of tests/data/`file`.
std::string read_data(const std::string& file);

}  // namespace ficsearch::test
