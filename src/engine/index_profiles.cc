// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/index_profiles.h"

#include <utility>

namespace ficsearch::engine {
namespace {

std::shared_ptr<const Profile> shared(std::optional<Profile> profile) {
  return profile ? std::make_shared<const Profile>(*std::move(profile)) : nullptr;
}

}  // namespace

void IndexProfiles::bring_up_to_date() {
  if (const std::uint64_t now = reader_.generation(); now != generation_) {
    generation_ = now;
    default_.reset();
    enforced_.reset();
  }
}

std::shared_ptr<const Profile> IndexProfiles::named(std::string_view name) const {
  if (name != kDefaultProfile) return shared(reader_.profile(name));
  if (!default_) default_ = shared(reader_.profile(name));
  return *default_;
}

std::shared_ptr<const Profile> IndexProfiles::enforced() const {
  if (!enforced_) enforced_ = shared(reader_.enforced_profile());
  return *enforced_;
}

}  // namespace ficsearch::engine
