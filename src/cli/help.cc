// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/handlers.h"
#include "cli/options.h"
#include "cli/wrap.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kOptionColumn = 26;

std::string option_name(const Option& option) {
  std::string name = option.letter == '\0' ? "    " : fmt::format("-{}, ", option.letter);
  name += fmt::format("--{}", option.name);
  if (!option.argument.empty()) name += fmt::format(" {}", option.argument);
  return name;
}

std::string option_text(const Option& option, std::size_t columns) {
  std::string text = wrapped(option.summary, kIndent + kOptionColumn, columns);
  const std::string name = option_name(option);
  if (name.size() + 1 > kOptionColumn) return std::string(kIndent, ' ') + name + "\n" + text;
  return text.replace(kIndent, name.size(), name);
}

std::string_view what_it_opens(Opens opens) {
  switch (opens) {
    case Opens::nothing:
      return "";
    case Opens::dictionary:
      return "Looks into the index if -d or FICSEARCH_INDEX names one, else into the shipped "
             "dictionary.";
    case Opens::index:
      return "Needs an index: -d DIR or FICSEARCH_INDEX.";
    case Opens::new_index:
      return "Needs the directory of the index: -d DIR or FICSEARCH_INDEX.";
  }
  return "";
}

std::string overview() {
  std::string text =
      "ficsearch: full-text search for fiction archives that keeps what a reader excludes out\n"
      "\nusage: ficsearch COMMAND [OPTION]... [OPERAND]...\n\n";
  std::size_t longest = 0;
  for (const Command& command : commands()) longest = std::max(longest, command.name.size());
  for (const Command& command : commands())
    text += fmt::format("  {:<{}}  {}\n", command.name, longest, command.summary);
  return text +
         "\nficsearch help COMMAND says more. Exit codes: 0 done, 1 nothing found (with -e),\n"
         "2 usage or query error, 3 no such index, work or tag, 4 locked, 5 damaged index,\n"
         "6 records rejected, 7 input or output failed, 8 refused, 130 interrupted.\n";
}

}  // namespace

std::string command_help(const Command& command, const Console& console) {
  const std::size_t columns = std::min<std::size_t>(console.columns, 100);
  std::string text = fmt::format("ficsearch {}: {}\n\nusage: ficsearch {} [OPTION]...",
                                 command.name, command.summary, command.name);
  if (!command.operands.empty()) text += fmt::format(" {}", command.operands);
  text += "\n";
  if (!command.description.empty()) text += "\n" + wrapped(command.description, 0, columns);
  if (command.opens != Opens::nothing) text += wrapped(what_it_opens(command.opens), 0, columns);
  text += "\noptions:\n";
  for (const Option* option : options::of_command(command)) text += option_text(*option, columns);
  text += "\nexamples:\n";
  for (const Example& example : command.examples)
    text += fmt::format("  {}\n      {}\n", example.command_line, example.says);
  return text;
}

ExitCode run_help(const Arguments& arguments, Console& console) {
  if (arguments.operands().empty()) {
    console.out.write(overview());
    return ExitCode::done;
  }
  const FoundCommand found = find_command(arguments.operands());
  if (found.words_of_name < arguments.operands().size())
    throw Error(ErrorCode::usage,
                fmt::format("{} has no second word", arguments.operands().front()));
  console.out.write(command_help(*found.command, console));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
