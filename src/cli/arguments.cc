// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

#include "cli/options.h"
#include "ficsearch/error.h"
#include "ficsearch/facet.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

namespace po = boost::program_options;

using Words = std::vector<std::string>;

po::options_description describe(const std::vector<const Option*>& options) {
  po::options_description description;
  for (const Option* option : options) {
    std::string name(option->name);
    if (option->letter != '\0') name.append(",").append(1, option->letter);
    if (option->argument.empty())
      description.add_options()(name.c_str(), "");
    else
      description.add_options()(name.c_str(), po::value<std::string>(), "");
  }
  return description;
}

bool is_word_of(const Option& option, std::string_view word) {
  if (word.size() == 2 && word[0] == '-') return word[1] == option.letter;
  return word.starts_with("--") && word.substr(2) == option.name;
}

const Option* find_option(const std::vector<const Option*>& options, std::string_view word) {
  const auto found = std::find_if(options.begin(), options.end(), [word](const Option* option) {
    return is_word_of(*option, word);
  });
  return found == options.end() ? nullptr : *found;
}

std::string exclusion_hint(std::string_view word) {
  return fmt::format("to exclude a tag use -x {}, or put the query after --", word.substr(1));
}

// Letter and value run together: what was meant if the letter was, and else.
std::string joined_hint(std::string_view word) {
  const std::string apart = fmt::format("put a space behind it: {} {}", word.substr(0, 2),
                                        word.substr(word[2] == '=' ? 3 : 2));
  return word[1] == options::kExclude.letter
             ? apart
             : fmt::format("{}; or, {}", apart, exclusion_hint(word));
}

// A value may begin with one dash, as a tag can, but a forgotten value must not swallow an option.
void check_value(const std::vector<const Option*>& options, const Option& option,
                 const Words& words, std::size_t at) {
  if (at == words.size())
    throw Error(ErrorCode::usage, fmt::format("{} needs a value", spelled(option)));
  const std::string& value = words[at];
  if (value.starts_with("--") || find_option(options, value) != nullptr)
    throw Error(ErrorCode::usage, fmt::format("{} needs a value before {}", spelled(option), value),
                {}, fmt::format("if {0} is the value, write --{1}={0}", value, option.name));
}

// Looks over the words before Boost reads them. Values and letters run together, as in -xNTR or
// -eq, are refused: somebody who types `search -desire` means an exclusion, and must not get an
// index directory "esire" instead.
void check_words(const std::vector<const Option*>& options, const Words& words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string& word = words[i];
    const Option* option = find_option(options, word);
    if (option != nullptr && !option->argument.empty()) {
      check_value(options, *option, words, ++i);
      continue;
    }
    if (word.size() <= 2 || word[0] != '-' || word[1] == '-') continue;
    throw Error(ErrorCode::unknown_parameter, fmt::format("there is no option {}", word), {},
                find_option(options, word.substr(0, 2)) == nullptr ? exclusion_hint(word)
                                                                   : joined_hint(word));
  }
}

[[noreturn]] void throw_unknown(const std::vector<const Option*>& options,
                                const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::string hint;
  if (name.starts_with("--")) {
    Words known;
    for (const Option* option : options) known.push_back(fmt::format("--{}", option->name));
    hint = did_you_mean(name, known);
  } else {
    hint = exclusion_hint(word);
  }
  throw Error(ErrorCode::unknown_parameter, fmt::format("there is no option {}", name), {}, hint);
}

// Boost's exceptions end here: each becomes an Error.
po::parsed_options parse_words(const std::vector<const Option*>& options, const Words& words) {
  namespace style = po::command_line_style;
  const po::options_description description = describe(options);
  try {
    return po::command_line_parser(words)
        .options(description)
        .style(style::unix_style & ~style::allow_guessing)
        .allow_unregistered()
        .run();
  } catch (const po::error& error) {
    throw Error(ErrorCode::usage, error.what());
  }
}

void check_choice(const Option& option, const std::string& value) {
  if (option.choices == nullptr) return;
  const Words choices = option.choices();
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  // Sort keys and facets are matched without regard to case, further down.
  if (option.choices == options::sort_keys) return;
  const std::string near = did_you_mean(value, choices);
  if (option.choices == options::facet_names) {
    if (find_facet(value)) return;
    throw Error(ErrorCode::unknown_facet, fmt::format("there is no facet \"{}\"", value), {},
                near.empty() ? fmt::format("facets: {}", fmt::join(choices, ", ")) : near);
  }
  throw Error(ErrorCode::bad_value, fmt::format("{} cannot be \"{}\"", spelled(option), value), {},
              fmt::format("it is one of {}", fmt::join(choices, ", ")));
}

void check_operands(const Command& command, const Words& operands) {
  const auto usage = [&] {
    return fmt::format("usage: ficsearch {}{}{}", command.name, command.operands.empty() ? "" : " ",
                       command.operands);
  };
  if (operands.size() < command.min_operands)
    throw Error(ErrorCode::usage, fmt::format("{} needs an operand", command.name), {}, usage());
  if (operands.size() > command.max_operands)
    throw Error(
        ErrorCode::usage,
        fmt::format("{} does not take \"{}\"", command.name, operands[command.max_operands]), {},
        usage());
}

}  // namespace

Arguments Arguments::parse(const Command& command, const Words& words) {
  const std::vector<const Option*> options = options::of_command(command);
  check_words(options, words);
  Arguments arguments;
  for (const po::option& given : parse_words(options, words).options) {
    if (given.unregistered) throw_unknown(options, given.original_tokens.front());
    if (given.string_key.empty()) {
      arguments.operands_.insert(arguments.operands_.end(), given.value.begin(), given.value.end());
      continue;
    }
    const Option& option = *find_option(options, "--" + given.string_key);
    for (const std::string& value : given.value) check_choice(option, value);
    if (!option.repeatable && arguments.has(option))
      throw Error(ErrorCode::duplicate_parameter,
                  fmt::format("{} is given twice", spelled(option)));
    std::vector<std::string>& values = arguments.values_[option.name];
    values.insert(values.end(), given.value.begin(), given.value.end());
  }
  // Help is given whatever else is wrong with the operands.
  if (!arguments.has(options::kHelp)) check_operands(command, arguments.operands_);
  return arguments;
}

std::optional<std::string> Arguments::value(const Option& option) const {
  const auto found = values_.find(option.name);
  if (found == values_.end()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::values(const Option& option) const {
  const auto found = values_.find(option.name);
  return found == values_.end() ? Words{} : found->second;
}

std::optional<std::size_t> Arguments::number(const Option& option, std::size_t most) const {
  const std::optional<std::string> text = value(option);
  if (!text) return std::nullopt;
  std::size_t number = 0;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, number);
  if (error != std::errc() || stop != end || number > most)
    throw Error(ErrorCode::bad_value,
                fmt::format("{} must be a whole number{}, not \"{}\"", spelled(option),
                            most == SIZE_MAX ? "" : fmt::format(" from 0 to {}", most), *text));
  return number;
}

std::string Arguments::joined_operands() const {
  return fmt::format("{}", fmt::join(operands_, " "));
}

std::string spelled(const Option& option) {
  return option.letter == '\0' ? fmt::format("--{}", option.name)
                               : fmt::format("-{}/--{}", option.letter, option.name);
}

std::string did_you_mean(std::string_view input, const std::vector<std::string>& known) {
  const std::vector<std::string> nearest = nearest_names(input, known, 1);
  return nearest.empty() ? std::string() : fmt::format("did you mean {}?", nearest.front());
}

}  // namespace ficsearch::cli
