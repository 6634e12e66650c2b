// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/profile_choice.h"
#include "cli/profile_text.h"
#include "cli/reply_notes.h"
#include "cli/search_arguments.h"
#include "ficsearch/profile.h"

namespace ficsearch::cli {
namespace {

Profile profile_of(const Arguments& arguments, Console& console) {
  SearchRequest given = filters_of(arguments, console);
  return {std::move(given.include), std::move(given.exclude), given.max_rating,
          std::move(given.languages), given.mentions};
}

}  // namespace

ExitCode run_profile_set(const Arguments& arguments, Console& console) {
  const auto name = profile_name(arguments);
  const Profile profile = profile_of(arguments, console);
  const std::filesystem::path directory = index_directory(arguments);
  const std::vector<Warning> warnings =
      name ? set_profile(directory, *name, profile) : set_enforced_profile(directory, profile);
  console.messages.note(fmt::format("{}: {}", profile_called(name), profile_summary(profile)));
  print_warnings(warnings, console.messages);
  return ExitCode::done;
}

}  // namespace ficsearch::cli
