// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rows.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ficsearch::test {
namespace {

void append_utf8(std::string& out, unsigned long c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string unescape(const std::string& cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char next = cell[i] == '\\' && i + 1 < cell.size() ? cell[i + 1] : '\0';
    const std::size_t digits = next == 'u' ? 4 : next == 'U' ? 8 : 0;
    if (digits != 0 && i + 2 + digits <= cell.size()) {
      append_utf8(out, std::stoul(cell.substr(i + 2, digits), nullptr, 16));
      i += 1 + digits;
    } else if (next == 't' || next == 'n' || next == '\\') {
      out += next == 't' ? '\t' : next == 'n' ? '\n' : '\\';
      ++i;
    } else {
      out += cell[i];
    }
  }
  return out;
}

std::vector<std::string> split_tabs(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t tab = line.find('\t', begin);
    cells.push_back(unescape(line.substr(begin, tab - begin)));
    if (tab == std::string::npos) return cells;
    begin = tab + 1;
  }
}

}  // namespace

const std::string& Row::operator[](const std::string& column) const {
  const auto cell = cells_.find(column);
  if (cell == cells_.end()) throw std::runtime_error("the test table has no column " + column);
  return cell->second;
}

std::vector<Row> read_rows(const std::string& file) {
  std::ifstream in(FICSEARCH_TEST_DATA "/" + file);
  if (!in) throw std::runtime_error("no test table " + file);
  std::vector<std::string> header;
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells = split_tabs(line);
    if (header.empty()) {
      header = std::move(cells);
      continue;
    }
    if (cells.size() != header.size())
      throw std::runtime_error(file + ": wrong number of cells in: " + line);
    std::map<std::string, std::string> row;
    for (std::size_t i = 0; i < cells.size(); ++i) row[header[i]] = std::move(cells[i]);
    rows.emplace_back(std::move(row));
  }
  if (rows.empty()) throw std::runtime_error(file + " has no rows");
  return rows;
}

std::string read_data(const std::string& file) {
  std::ifstream in(FICSEARCH_TEST_DATA "/" + file, std::ios::binary);
  if (!in) throw std::runtime_error("no test data " + file);
  return (std::ostringstream() << in.rdbuf()).str();
}

}  // namespace ficsearch::test
