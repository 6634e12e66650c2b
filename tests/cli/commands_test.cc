// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include <catch2/catch.hpp>
#include <set>

#include "cli/completions.h"
#include "cli/options.h"

using namespace ficsearch::cli;

TEST_CASE("commands: each row has what help needs", "[cli]") {
  std::set<std::string_view> names;
  for (const Command& command : commands()) DYNAMIC_SECTION(command.name) {
      CHECK(names.insert(command.name).second);
      CHECK_FALSE(command.summary.empty());
      CHECK_FALSE(command.examples.empty());
      CHECK(command.run != nullptr);
      CHECK(command.operands.empty() == (command.max_operands == 0));
    }
}

TEST_CASE("commands: no command has two options of one name or letter", "[cli]") {
  for (const Command& command : commands()) DYNAMIC_SECTION(command.name) {
      std::set<std::string_view> names;
      std::set<char> letters;
      for (const Option* option : options::of_command(command)) {
        CHECK(names.insert(option->name).second);
        CHECK((option->letter == '\0' || letters.insert(option->letter).second));
        CHECK_FALSE(option->summary.empty());
      }
    }
}

TEST_CASE("commands: examples name commands and options that there are", "[cli]") {
  for (const Command& command : commands())
    for (const Example& example : command.examples) DYNAMIC_SECTION(example.command_line) {
        CHECK(example.command_line.find("ficsearch " + std::string(command.name)) !=
              std::string_view::npos);
      }
}

TEST_CASE("completions: every command and option is in every shell's script", "[cli]") {
  for (const std::string& script : {bash_completions(), zsh_completions(), fish_completions()})
    for (const Command& command : commands())
      for (const Option* option : options::of_command(command)) {
        const std::string name(command.name.substr(command.name.rfind(' ') + 1));
        CHECK(script.find(name) != std::string::npos);
        CHECK(script.find(std::string(option->name)) != std::string::npos);
      }
}
