// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profile_text.h"

#include <fmt/format.h>

#include "cli/numbers.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

std::string line_of(std::string_view option, const FilterItem& item) {
  const std::string facet = item.facet ? std::string(to_string(*item.facet)) + ":" : "";
  return terminal_safe(fmt::format("{} {}{}{}", option, facet, item.value,
                                   item.match == Match::written ? "  (as written)" : "")) +
         "\n";
}

}  // namespace

std::string profile_text(const Profile& profile) {
  std::string text;
  for (const FilterItem& item : profile.include) text += line_of("-i", item);
  for (const FilterItem& item : profile.exclude) text += line_of("-x", item);
  if (profile.max_rating) text += fmt::format("--max-rating {}\n", to_string(*profile.max_rating));
  for (const std::string& language : profile.languages)
    text += terminal_safe("--language " + language) + "\n";
  if (profile.mentions == Mentions::exclude) text += "--mentions exclude\n";
  return text;
}

std::string profile_summary(const Profile& profile) {
  std::string text = fmt::format("{} included, {} excluded", grouped(profile.include.size()),
                                 grouped(profile.exclude.size()));
  if (profile.max_rating) text += fmt::format(", max rating {}", to_string(*profile.max_rating));
  if (!profile.languages.empty())
    text += terminal_safe(fmt::format(", languages {}", fmt::join(profile.languages, " ")));
  if (profile.mentions == Mentions::exclude) text += ", mentions too";
  return text;
}

}  // namespace ficsearch::cli
