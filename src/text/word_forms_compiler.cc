// SPDX-License-Identifier: GPL-3.0-or-later
// word_forms_compiler EDICT IPADIC_NOUNS OUTPUT: writes the words of EDICT and the nouns of IPADIC
// (both as UTF-8) as the table that words_in_part_kana looks into. Runs when ficsearch is built.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "base/utf8.h"
#include "text/word_forms.h"

namespace {

std::string content_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool is_usable(const char* file, const std::string& content) {
  if (!content.empty() && !ficsearch::base::find_ill_formed(content)) return true;
  std::cerr << file << ":1: error: these are no words in UTF-8\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: word_forms_compiler EDICT IPADIC_NOUNS OUTPUT\n";
    return 2;
  }
  const std::string edict = content_of(argv[1]);
  const std::string nouns = content_of(argv[2]);
  if (!is_usable(argv[1], edict) || !is_usable(argv[2], nouns)) return 1;
  std::ofstream out(argv[3], std::ios::binary);
  out << ficsearch::text::to_table(ficsearch::text::word_forms(edict, nouns));
  if (!out.flush()) {
    std::cerr << argv[3] << ": error: cannot write\n";
    return 1;
  }
  return 0;
}
