// SPDX-License-Identifier: GPL-3.0-or-later
// name_parts_compiler ENAMDICT OUTPUT: writes the readings of the name parts of ENAMDICT (as UTF-8)
// as the table that name_readings looks up. Runs when ficsearch is built.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "base/utf8.h"
#include "text/name_parts.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: name_parts_compiler ENAMDICT OUTPUT\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string enamdict{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto parts = ficsearch::text::name_parts(enamdict);
  if (parts.empty() || ficsearch::base::find_ill_formed(enamdict)) {
    std::cerr << argv[1] << ":1: error: this is not ENAMDICT in UTF-8\n";
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << ficsearch::text::to_table(parts);
  if (!out.flush()) {
    std::cerr << argv[2] << ": error: cannot write\n";
    return 1;
  }
  return 0;
}
