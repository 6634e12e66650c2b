// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/confirm.h"

#include <unistd.h>

#include <iostream>

#include "cli/options.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {

bool can_answer(const Arguments& arguments, const Console& console) {
  return arguments.has(options::kYes) ||
         (console.may_wait_for_a_person && ::isatty(STDIN_FILENO) == 1);
}

bool confirmed(const std::string& question, const Arguments& arguments, const Console& console) {
  if (arguments.has(options::kYes)) return true;
  if (!can_answer(arguments, console))
    throw Error(ErrorCode::usage, "nobody can be asked here: " + question, {},
                "give --yes if that is meant");
  write_error_text(question + " [y/N] ");
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace ficsearch::cli
