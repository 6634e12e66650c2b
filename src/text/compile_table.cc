// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/compile_table.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "base/utf8.h"

namespace ficsearch::text {

int compile_table(int argc, char** argv, const std::string& source,
                  const std::function<std::string(const std::string& words)>& table) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << ' ' << source << " OUTPUT\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string words{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::string lines = base::find_ill_formed(words) ? std::string() : table(words);
  if (lines.empty()) {
    std::cerr << argv[1] << ":1: error: this is not " << source << " in UTF-8\n";
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << lines;
  if (!out.flush()) {
    std::cerr << argv[2] << ": error: cannot write\n";
    return 1;
  }
  return 0;
}

}  // namespace ficsearch::text
