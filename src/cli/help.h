// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/console.h"

namespace ficsearch::cli {

// The help page of one command, from its row of the table.
std::string command_help(const Command& command, const Console& console);

}  // namespace ficsearch::cli
