// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completions.h"

#include "cli/handlers.h"

namespace ficsearch::cli {

std::vector<std::string> completion_shells() {
  return {"bash", "zsh", "fish"};
}

ExitCode run_completions(const Arguments& arguments, Console& console) {
  const std::string& shell = arguments.operands().front();
  console.out.write(shell == "bash"  ? bash_completions()
                    : shell == "zsh" ? zsh_completions()
                                     : fish_completions());
  return ExitCode::done;
}

}  // namespace ficsearch::cli
