// SPDX-License-Identifier: GPL-3.0-or-later
// edict_compiler EDICT OUTPUT: writes the readings of EDICT (as UTF-8) as the table that
// ReadingTable looks up. Runs when ficsearch is built.
#include "text/compile_table.h"
#include "text/edict_words.h"

int main(int argc, char** argv) {
  return ficsearch::text::compile_table(argc, argv, "EDICT", [](const std::string& words) {
    return ficsearch::text::to_table(ficsearch::text::edict_words(words));
  });
}
