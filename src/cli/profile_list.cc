// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/options.h"
#include "cli/profile_text.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {

ExitCode run_profile_list(const Arguments& arguments, Console& console) {
  Index index = open_index(arguments);
  const ProfileList profiles = index.profiles();
  if (arguments.has(options::kJson)) {
    console.out.write_line(to_json(profiles));
    return ExitCode::done;
  }
  for (const std::string& name : profiles.names)
    console.out.write_line(
        fmt::format("{}  {}", terminal_safe(name), profile_summary(index.profile(name))));
  if (const auto enforced = index.enforced_profile())
    console.out.write_line(fmt::format("(enforced)  {}", profile_summary(*enforced)));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
