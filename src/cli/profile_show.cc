// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/options.h"
#include "cli/profile_choice.h"
#include "cli/profile_text.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"

namespace ficsearch::cli {
namespace {

Profile profile_of(Index& index, const std::optional<std::string>& name) {
  if (name) return index.profile(*name);
  if (auto enforced = index.enforced_profile()) return *std::move(enforced);
  throw Error(ErrorCode::profile_not_found, "the index enforces no profile");
}

}  // namespace

ExitCode run_profile_show(const Arguments& arguments, Console& console) {
  const auto name = profile_name(arguments);
  Index index = open_index(arguments);
  const Profile profile = profile_of(index, name);
  if (arguments.has(options::kJson))
    console.out.write_line(to_json(profile, name));
  else
    console.out.write(profile_text(profile));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
