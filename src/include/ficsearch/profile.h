// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/search.h"
#include "ficsearch/work.h"

namespace ficsearch {

// What a reader keeps away from for good, or always asks for: a filter that an index keeps under a
// name. Entries are kept as written and resolved when the profile is used, so a better vocabulary
// works at once.
struct Profile {
  std::vector<FilterItem> include;
  std::vector<FilterItem> exclude;
  std::optional<Rating> max_rating;    // works above it, and unrated ones, are left out
  std::vector<std::string> languages;  // empty: any
  Mentions mentions = Mentions::ignore;

  friend bool operator==(const Profile&, const Profile&) = default;
};

// The profiles that an index has.
struct ProfileList {
  std::vector<std::string> names;  // in the order of their bytes
  bool enforced = false;           // there is an enforced one, too
};

// The profile of this name holds in every search that names none.
inline constexpr std::string_view kDefaultProfile = "default";

// Each call is one transaction under the writer's lock, and changes nothing that works mean. All
// throw Error: `no_index`, `locked`, `format_unknown`, `normalizer_mismatch`, `index_corrupt`,
// `io`, `disk_full`.

// Keeps `profile` under `name`, in place of the one that was there. A name is 1 to 100 bytes of
// text without control characters, compared as it is written. Returns what a reader should know of
// the entries, such as tags that nobody knows; what a search could not apply throws, as it would
// there: `empty_filter`, `too_long`, `invalid_utf8`, `query_limit`, `bad_value`.
std::vector<Warning> set_profile(const std::filesystem::path& directory, std::string_view name,
                                 const Profile& profile);
// Throws Error(`profile_not_found`).
void remove_profile(const std::filesystem::path& directory, std::string_view name);

// The same for the operator's own filter, which has no name: it holds in every search of the index,
// beside any profile, and no request lifts it.
std::vector<Warning> set_enforced_profile(const std::filesystem::path& directory,
                                          const Profile& profile);
void remove_enforced_profile(const std::filesystem::path& directory);

}  // namespace ficsearch
