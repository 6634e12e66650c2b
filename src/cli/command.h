// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"

namespace ficsearch::cli {

class Arguments;
struct Console;

// What the shell may offer for an option's value or a command's operands.
enum class Completes { nothing, file, directory };

// An option of one or more commands.
struct Option {
  std::string_view name;           // without its dashes
  char letter = '\0';              // '\0': none
  std::string_view argument = {};  // what help calls the value; empty: a switch
  std::string_view summary;
  bool repeatable = false;
  Completes completes = Completes::nothing;
  std::vector<std::string> (*choices)() = nullptr;  // the values there are; null: any
};

// What a command opens before it does anything.
enum class Opens {
  nothing,
  dictionary,  // an index if one is named, else the shipped dictionary
  index,
  new_index,  // an index, made if it is missing
};

struct Example {
  std::string_view command_line;
  std::string_view says;
};

// A subcommand: one row of the table that parser, help and completions are made from.
struct Command {
  std::string_view name;  // one word, or two such as "tags explain"
  std::string_view summary;
  std::string_view operands = {};  // what usage shows, such as "[QUERY]..."; empty: none
  std::size_t min_operands = 0;
  std::size_t max_operands = 0;
  Completes completes = Completes::nothing;  // for operands
  std::vector<std::string> (*choices)() = nullptr;
  Opens opens = Opens::nothing;
  std::vector<const Option*> options = {};  // those of its own; standard_options adds the others
  std::string_view description = {};
  std::vector<Example> examples = {};
  ExitCode (*run)(const Arguments& arguments, Console& console) = nullptr;
};

}  // namespace ficsearch::cli
