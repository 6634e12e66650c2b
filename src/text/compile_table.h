// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace ficsearch::text {

// The main function of a program that makes a table of a word list when ficsearch is built:
// PROGRAM WORDS OUTPUT, where WORDS is `source`, as EDICT, in UTF-8. An empty or ill-formed file is
// an error, as compilers tell it, and so is an empty table. Returns the exit code: 0, 1, or 2 for
// wrong usage.
int compile_table(int argc, char** argv, const std::string& source,
                  const std::function<std::string(const std::string& words)>& table);

}  // namespace ficsearch::text
