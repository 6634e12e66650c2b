// SPDX-License-Identifier: GPL-3.0-or-later
// words_apart_compiler EDICT OUTPUT: writes the katakana words of EDICT (as UTF-8) that mere length
// tells apart, as the table that kept_apart_from looks into. Runs when ficsearch is built.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "base/utf8.h"
#include "tags/words_apart.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: words_apart_compiler EDICT OUTPUT\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string edict{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (edict.empty() || ficsearch::base::find_ill_formed(edict)) {
    std::cerr << argv[1] << ":1: error: this is not EDICT in UTF-8\n";
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << ficsearch::text::to_table(ficsearch::tags::words_apart(edict));
  if (!out.flush()) {
    std::cerr << argv[2] << ": error: cannot write\n";
    return 1;
  }
  return 0;
}
