// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/completions.h"
#include "cli/options.h"

namespace ficsearch::cli {
namespace {

std::string quoted_for_fish(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// True once the words of `command` have been typed.
std::string condition(const Command& command) {
  std::string text;
  std::string_view rest = command.name;
  for (;;) {
    const std::size_t space = rest.find(' ');
    text += fmt::format("{}__fish_seen_subcommand_from {}", text.empty() ? "" : "; and ",
                        rest.substr(0, space));
    if (space == std::string_view::npos) return quoted_for_fish(text);
    rest.remove_prefix(space + 1);
  }
}

std::string values(Completes completes, std::vector<std::string> (*choices)()) {
  if (choices != nullptr)
    return fmt::format(" -x -a {}", quoted_for_fish(fmt::format("{}", fmt::join(choices(), " "))));
  if (completes == Completes::file) return " -r -F";
  if (completes == Completes::directory) return " -x -a '(__fish_complete_directories)'";
  return " -x";
}

std::string option_line(const Command& command, const Option& option) {
  std::string line =
      fmt::format("complete -c ficsearch -n {} -l {}", condition(command), option.name);
  if (option.letter != '\0') line += fmt::format(" -s {}", option.letter);
  if (!option.argument.empty()) line += values(option.completes, option.choices);
  return line + fmt::format(" -d {}\n", quoted_for_fish(option.summary));
}

std::string name_line(const Command& command) {
  const std::size_t space = command.name.find(' ');
  const std::string where = space == std::string_view::npos
                                ? "'__fish_use_subcommand'"
                                : quoted_for_fish(fmt::format(
                                      "__fish_seen_subcommand_from {0}; and not "
                                      "__fish_seen_subcommand_from {1}",
                                      command.name.substr(0, space),
                                      fmt::join(second_words(command.name.substr(0, space)), " ")));
  const std::string_view last =
      space == std::string_view::npos ? command.name : command.name.substr(space + 1);
  return fmt::format("complete -c ficsearch -n {} -a {} -d {}\n", where, last,
                     quoted_for_fish(command.summary));
}

std::string operand_line(const Command& command) {
  if (command.choices == nullptr && command.completes == Completes::nothing) return {};
  if (command.completes == Completes::file)
    return fmt::format("complete -c ficsearch -n {} -F\n", condition(command));
  return fmt::format("complete -c ficsearch -n {}{}\n", condition(command),
                     values(command.completes, command.choices));
}

}  // namespace

std::string fish_completions() {
  std::string text = "# fish completion for ficsearch\ncomplete -c ficsearch -f\n";
  for (const std::string& first : first_words())
    if (const auto below = second_words(first); !below.empty())
      text += fmt::format("complete -c ficsearch -n '__fish_use_subcommand' -a {} -d {}\n", first,
                          quoted_for_fish(fmt::format("{}", fmt::join(below, ", "))));
  for (const Command& command : commands()) {
    text += name_line(command) + operand_line(command);
    for (const Option* option : options::of_command(command)) text += option_line(command, *option);
  }
  return text;
}

}  // namespace ficsearch::cli
