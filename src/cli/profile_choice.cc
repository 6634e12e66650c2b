// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profile_choice.h"

#include "cli/options.h"
#include "ficsearch/error.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {

std::optional<std::string> profile_name(const Arguments& arguments) {
  const bool enforced = arguments.has(options::kEnforced);
  if (enforced != arguments.operands().empty())
    throw Error(ErrorCode::usage, enforced ? "the enforced profile has no name"
                                           : "which profile is meant? Name it, or give --enforced");
  if (enforced) return std::nullopt;
  return arguments.operands().front();
}

std::string profile_called(const std::optional<std::string>& name) {
  return name ? "profile " + terminal_safe(*name) : "enforced profile";
}

}  // namespace ficsearch::cli
