// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace ficsearch::cli {

// The cells as one line, separated by tabs. Tabs and line breaks inside a cell become spaces.
std::string tsv_line(const std::vector<std::string>& cells);

}  // namespace ficsearch::cli
