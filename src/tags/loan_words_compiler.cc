// SPDX-License-Identifier: GPL-3.0-or-later
// loan_words_compiler EDICT OUTPUT: writes the English words of EDICT (as UTF-8) with the katakana
// that renders them, as the table that loan_sounds looks into. Runs when ficsearch is built.
#include "tags/loan_words.h"
#include "text/compile_table.h"

int main(int argc, char** argv) {
  return ficsearch::text::compile_table(argc, argv, "EDICT", [](const std::string& words) {
    return ficsearch::text::to_table(ficsearch::tags::loan_words(words));
  });
}
