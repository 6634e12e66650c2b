// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/confirm.h"
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/profile_choice.h"
#include "ficsearch/profile.h"

namespace ficsearch::cli {

ExitCode run_profile_remove(const Arguments& arguments, Console& console) {
  const auto name = profile_name(arguments);
  const std::filesystem::path directory = index_directory(arguments);
  const std::string question =
      fmt::format("remove the {} from {}?", profile_called(name), directory.string());
  if (!confirmed(question, arguments, console)) return ExitCode::done;
  if (name)
    remove_profile(directory, *name);
  else
    remove_enforced_profile(directory);
  console.out.write_line(fmt::format("removed: {}", profile_called(name)));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
