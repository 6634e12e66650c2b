// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace ficsearch::cli {

// Runs one command line, the program's name left out, and gives the exit code. Prints results to
// standard output and all else to standard error; throws nothing.
int run(const std::vector<std::string>& words);

}  // namespace ficsearch::cli
