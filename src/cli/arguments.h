// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace ficsearch::cli {

// The options and operands of one command line, checked against the command's row of the table.
class Arguments {
 public:
  // Reads the words after the command's name. Abbreviated, grouped and unknown options are errors,
  // and so is an option given twice that is not repeatable. Throws Error: `unknown_parameter`,
  // `duplicate_parameter`, `usage`, `bad_value` for a value that is not one of the option's
  // choices, `unknown_facet`.
  static Arguments parse(const Command& command, const std::vector<std::string>& words);

  bool has(const Option& option) const { return values_.contains(option.name); }
  std::optional<std::string> value(const Option& option) const;
  // Every value in the order given.
  std::vector<std::string> values(const Option& option) const;
  // The value as a whole number from 0 to `most`. Throws Error(`bad_value`).
  std::optional<std::size_t> number(const Option& option, std::size_t most = SIZE_MAX) const;

  const std::vector<std::string>& operands() const { return operands_; }
  // The operands joined by spaces: a query may be typed without quotes.
  std::string joined_operands() const;

 private:
  std::map<std::string_view, std::vector<std::string>> values_;
  std::vector<std::string> operands_;
};

// "-x/--exclude" or "--count", as messages name an option.
std::string spelled(const Option& option);

// "did you mean A?" for the nearest of `known`, or nothing if none is near.
std::string did_you_mean(std::string_view input, const std::vector<std::string>& known);

}  // namespace ficsearch::cli
