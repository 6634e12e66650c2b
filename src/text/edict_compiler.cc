// SPDX-License-Identifier: GPL-3.0-or-later
// edict_compiler EDICT OUTPUT: writes the readings of EDICT (as UTF-8) as the table that
// ReadingTable looks up. Runs when ficsearch is built.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "base/utf8.h"
#include "text/edict_words.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: edict_compiler EDICT OUTPUT\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string edict{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto words = ficsearch::text::edict_words(edict);
  if (words.empty() || ficsearch::base::find_ill_formed(edict)) {
    std::cerr << argv[1] << ":1: error: this is not EDICT in UTF-8\n";
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << ficsearch::text::to_table(words);
  if (!out.flush()) {
    std::cerr << argv[2] << ": error: cannot write\n";
    return 1;
  }
  return 0;
}
