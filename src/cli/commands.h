// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace ficsearch::cli {

// The table of subcommands, in the order in which help lists them.
const std::vector<Command>& commands();

// The command whose name `words` begin with; `words_of_name` says how many of them it took.
struct FoundCommand {
  const Command* command;
  std::size_t words_of_name;
};
// Throws Error(`usage`) for no command, half a command, or one that there is not, with the nearest.
FoundCommand find_command(const std::vector<std::string>& words);

// The distinct first words of all commands, in order; and the second words below one.
std::vector<std::string> first_words();
std::vector<std::string> second_words(std::string_view first);

}  // namespace ficsearch::cli
