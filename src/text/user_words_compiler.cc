// SPDX-License-Identifier: GPL-3.0-or-later
// user_words_compiler FOLDER OUTPUT: checks the words in FOLDER (dict/readings) and writes them as
// the rows that mecab-dict-index compiles. Runs when ficsearch is built, so that a broken row
// breaks the build, with file and line.
#include <fstream>
#include <iostream>
#include <string>

#include "ficsearch/error.h"
#include "text/user_words.h"

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: user_words_compiler FOLDER OUTPUT\n";
    return 2;
  }
  std::ofstream out(argv[2], std::ios::binary);
  write_mecab_csv(ficsearch::text::read_user_words(argv[1]), out);
  if (!out.flush())
    throw ficsearch::Error(ficsearch::ErrorCode::io, "cannot write", {.file = argv[2]});
  return 0;
} catch (const ficsearch::Error& error) {
  // As compilers do, so that editors find the line.
  std::cerr << error.where().file << ':' << error.where().line.value_or(1)
            << ": error: " << error.what() << '\n';
  return 1;
}
