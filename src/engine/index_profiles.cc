// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/index_profiles.h"

#include <cstddef>
#include <utility>

namespace ficsearch::engine {
namespace {

constexpr std::size_t kMostNames = 100;

std::shared_ptr<const Profile> shared(std::optional<Profile> profile) {
  return profile ? std::make_shared<const Profile>(*std::move(profile)) : nullptr;
}

}  // namespace

void IndexProfiles::bring_up_to_date() {
  if (const std::uint64_t now = reader_.generation(); now != generation_) {
    generation_ = now;
    named_.clear();
    enforced_.reset();
  }
}

std::shared_ptr<const Profile> IndexProfiles::named(std::string_view name) const {
  if (const auto known = named_.find(name); known != named_.end()) return known->second;
  auto profile = shared(reader_.profile(name));
  // Names that an index does not have are without number.
  if (named_.size() == kMostNames) named_.clear();
  named_.emplace(name, profile);
  return profile;
}

std::shared_ptr<const Profile> IndexProfiles::enforced() const {
  if (!enforced_) enforced_ = shared(reader_.enforced_profile());
  return *enforced_;
}

}  // namespace ficsearch::engine
