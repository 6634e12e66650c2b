// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/completions.h"
#include "cli/options.h"

namespace ficsearch::cli {
namespace {

// Bash splits words at colons; the last line joins "kudos:asc" again where bash-completion helps.
constexpr std::string_view kHead = R"(# bash completion for ficsearch
_ficsearch() {
  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
  local command="${COMP_WORDS[1]}" words="" files=""
  declare -F _get_comp_words_by_ref >/dev/null && _get_comp_words_by_ref -n : -c current -p previous
  COMPREPLY=()
)";

constexpr std::string_view kTail = R"(  if [[ $files == directories ]]; then
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
  elif [[ $files == files ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  fi
  declare -F __ltrim_colon_completions >/dev/null && __ltrim_colon_completions "$current"
}
complete -o filenames -F _ficsearch ficsearch
)";

std::string words_of(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string option_pattern(const Option& option) {
  return option.letter == '\0' ? fmt::format("--{}", option.name)
                               : fmt::format("-{}|--{}", option.letter, option.name);
}

std::string set_completion(Completes completes, std::vector<std::string> (*choices)()) {
  if (choices != nullptr) return fmt::format("words=\"{}\"", words_of(choices()));
  if (completes == Completes::file) return "files=files";
  if (completes == Completes::directory) return "files=directories";
  return "return";
}

// The values of an option come after it; elsewhere options and operands.
std::string command_case(const Command& command) {
  std::string text = fmt::format("    \"{}\")\n      case \"$previous\" in\n", command.name);
  std::vector<std::string> names;
  for (const Option* option : options::of_command(command)) {
    names.push_back(fmt::format("--{}", option->name));
    if (!option->argument.empty())
      text += fmt::format("        {}) {} ;;\n", option_pattern(*option),
                          set_completion(option->completes, option->choices));
  }
  text += fmt::format("        *) if [[ $current == -* ]]; then words=\"{}\"; else {}; fi ;;\n",
                      words_of(names), set_completion(command.completes, command.choices));
  return text + "      esac ;;\n";
}

}  // namespace

std::string bash_completions() {
  std::string text(kHead);
  text += fmt::format(
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"{}\" -- \"$current\")\n    return\n  fi\n",
      words_of(first_words()));
  for (const std::string& first : first_words()) {
    const std::vector<std::string> below = second_words(first);
    if (below.empty()) continue;
    text += fmt::format(
        "  if [[ $command == {} ]]; then\n    if [[ $COMP_CWORD -eq 2 ]]; then\n"
        "      mapfile -t COMPREPLY < <(compgen -W \"{}\" -- \"$current\")\n      return\n    fi\n"
        "    command=\"{} ${{COMP_WORDS[2]}}\"\n  fi\n",
        first, words_of(below), first);
  }
  text += "  case \"$command\" in\n";
  for (const Command& command : commands()) text += command_case(command);
  return text + "    *) return ;;\n  esac\n" + std::string(kTail);
}

}  // namespace ficsearch::cli
