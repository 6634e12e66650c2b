// SPDX-License-Identifier: GPL-3.0-or-later
// name_parts_compiler ENAMDICT OUTPUT: writes the readings of the name parts of ENAMDICT (as UTF-8)
// as the table that name_readings looks up. Runs when ficsearch is built.
#include "text/compile_table.h"
#include "text/name_parts.h"

int main(int argc, char** argv) {
  return ficsearch::text::compile_table(argc, argv, "ENAMDICT", [](const std::string& words) {
    return ficsearch::text::to_table(ficsearch::text::name_parts(words));
  });
}
