// SPDX-License-Identifier: GPL-3.0-or-later
// words_apart_compiler EDICT OUTPUT: writes the katakana words of EDICT (as UTF-8) that mere length
// tells apart, as the table that kept_apart_from looks into. Runs when ficsearch is built.
#include "tags/words_apart.h"
#include "text/compile_table.h"

int main(int argc, char** argv) {
  return ficsearch::text::compile_table(argc, argv, "EDICT", [](const std::string& words) {
    return ficsearch::text::to_table(ficsearch::tags::words_apart(words));
  });
}
