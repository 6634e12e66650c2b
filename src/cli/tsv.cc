// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tsv.h"

namespace ficsearch::cli {

std::string tsv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) line += '\t';
    for (const char c : cells[i]) line += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }
  return line;
}

}  // namespace ficsearch::cli
