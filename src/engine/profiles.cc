// SPDX-License-Identifier: GPL-3.0-or-later
// A profile is resolved once before it is kept, so that what no search could apply is refused while
// somebody is there to mend it.
#include "ficsearch/profile.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "engine/existing_index.h"
#include "engine/open_commit.h"
#include "ficsearch/error.h"
#include "query/plan.h"
#include "store/writer.h"
#include "text/keys.h"

namespace ficsearch {
namespace {

constexpr std::size_t kMaxNameBytes = 100;

std::string checked_name(std::string_view name) {
  const std::string_view checked = base::checked_input(name, kMaxNameBytes);
  const bool has_control = std::any_of(checked.begin(), checked.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (checked.empty() || has_control)
    throw Error(ErrorCode::bad_value, checked.empty()
                                          ? "a profile needs a name"
                                          : "a profile's name cannot have control characters");
  return std::string(checked);
}

std::vector<Warning> warnings_about(const std::filesystem::path& directory,
                                    const query::SavedProfile& saved) {
  engine::OpenCommit archive(directory, 0);
  const search::RegistryTags known = archive.known_tags();
  std::vector<Warning> warnings;
  query::resolve_profile(saved, saved.profile.mentions,
                         {archive.dictionary(), known, archive.profiles()}, &warnings);
  return warnings;
}

template <typename Change>
void in_one_transaction(const std::filesystem::path& directory, Change change) {
  store::Writer writer(engine::existing_index(directory), text::normalizer_version());
  writer.begin();
  change(writer);
  writer.commit();
}

}  // namespace

std::vector<Warning> set_profile(const std::filesystem::path& directory, std::string_view name,
                                 const Profile& profile) {
  const std::string checked = checked_name(name);
  std::vector<Warning> warnings =
      warnings_about(directory, {profile, FilterOrigin::profile, checked});
  in_one_transaction(directory,
                     [&](store::Writer& writer) { writer.put_profile(checked, profile); });
  return warnings;
}

std::vector<Warning> set_enforced_profile(const std::filesystem::path& directory,
                                          const Profile& profile) {
  std::vector<Warning> warnings = warnings_about(directory, {profile, FilterOrigin::enforced, ""});
  in_one_transaction(directory,
                     [&](store::Writer& writer) { writer.put_enforced_profile(profile); });
  return warnings;
}

void remove_profile(const std::filesystem::path& directory, std::string_view name) {
  const std::string checked = checked_name(name);
  in_one_transaction(directory, [&](store::Writer& writer) {
    if (!writer.remove_profile(checked))
      throw Error(ErrorCode::profile_not_found, "there is no profile \"" + checked + "\"", {},
                  "ficsearch profile list shows those that there are");
  });
}

void remove_enforced_profile(const std::filesystem::path& directory) {
  in_one_transaction(directory, [&](store::Writer& writer) {
    if (!writer.remove_enforced_profile())
      throw Error(ErrorCode::profile_not_found, "the index enforces no profile");
  });
}

}  // namespace ficsearch
