// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/completions.h"
#include "cli/options.h"

namespace ficsearch::cli {
namespace {

// Inside '...' of a spec, zsh's _arguments gives meaning to brackets and colons.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else if (c == '[' || c == ']' || c == ':' || c == '\\')
      out.append(1, '\\').append(1, c);
    else
      out += c;
  }
  return out;
}

std::string action(Completes completes, std::vector<std::string> (*choices)()) {
  if (choices != nullptr) {
    std::vector<std::string> words;
    for (const std::string& choice : choices()) words.push_back(escaped(choice));
    return fmt::format("({})", fmt::join(words, " "));
  }
  if (completes == Completes::file) return "_files";
  if (completes == Completes::directory) return "_files -/";
  return " ";
}

std::string option_spec(const Option& option) {
  const std::string value = option.argument.empty()
                                ? std::string()
                                : fmt::format(":{}:{}", escaped(option.argument),
                                              action(option.completes, option.choices));
  const std::string tail = fmt::format("[{}]{}", escaped(option.summary), value);
  const std::string many = option.repeatable ? "*" : "";
  std::string specs = fmt::format("        '{}--{}{}'", many, option.name, tail);
  if (option.letter != '\0')
    specs += fmt::format(" \\\n        '{}-{}{}'", many, option.letter, tail);
  return specs;
}

std::string command_case(const Command& command) {
  std::string text = fmt::format("    '{}')\n      _arguments \\\n", command.name);
  for (const Option* option : options::of_command(command)) text += option_spec(*option) + " \\\n";
  return text +
         fmt::format("        '*:operand:{}' ;;\n", action(command.completes, command.choices));
}

std::string described(const std::vector<Command>& all, std::string_view first) {
  std::string text;
  for (const Command& command : all)
    if (command.name.starts_with(fmt::format("{} ", first)))
      text +=
          fmt::format(" '{}:{}'", command.name.substr(first.size() + 1), escaped(command.summary));
  return text;
}

std::string first_described() {
  std::string text;
  for (const std::string& first : first_words()) {
    std::string summary = fmt::format("{}", fmt::join(second_words(first), ", "));
    for (const Command& command : commands())
      if (command.name == first) summary = command.summary;
    text += fmt::format(" '{}:{}'", first, escaped(summary));
  }
  return text;
}

}  // namespace

std::string zsh_completions() {
  std::string text = fmt::format(
      "#compdef ficsearch\n# zsh completion for ficsearch\n_ficsearch() {{\n"
      "  local command=\"$words[2]\"\n  local -a names\n  if (( CURRENT == 2 )); then\n"
      "    names=({})\n    _describe command names\n    return\n  fi\n",
      first_described());
  for (const std::string& first : first_words()) {
    if (second_words(first).empty()) continue;
    text += fmt::format(
        "  if [[ $command == {0} ]]; then\n    if (( CURRENT == 3 )); then\n      names=({1})\n"
        "      _describe '{0} command' names\n      return\n    fi\n"
        "    command=\"{0} $words[3]\"\n    shift words\n    (( CURRENT-- ))\n  fi\n",
        first, described(commands(), first));
  }
  text += "  shift words\n  (( CURRENT-- ))\n  case \"$command\" in\n";
  for (const Command& command : commands()) text += command_case(command);
  return text + "  esac\n}\n_ficsearch \"$@\"\n";
}

}  // namespace ficsearch::cli
