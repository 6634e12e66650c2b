// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/console.h"

namespace ficsearch::cli {

// Calls `use` for each line of `file` ("-" is standard input), without its line end; a byte order
// mark at the start is dropped. What was answered so far is flushed before the next line is waited
// for, so that another program can ask and answer in turns.
//
// An Error that `use` throws gets the file and line it is about. Throws Error: `io` if the file
// cannot be read to its end, `usage` if --no-input forbids to read a terminal.
void for_each_line(const std::string& file, Console& console,
                   const std::function<void(std::string_view line)>& use);

}  // namespace ficsearch::cli
