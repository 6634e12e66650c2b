// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/plan.h"
#include "tags/dictionary.h"

namespace ficsearch::query::test {

// The partner-taking family, an advisory, a character and a few neighbours.
tags::Dictionary small_dictionary();

// An archive that bears the tags it is given.
class FakeTags : public KnownTags {
 public:
  explicit FakeTags(std::vector<std::pair<Facet, std::string>> tags);

  bool bears(std::optional<Facet> facet, std::string_view fold_key) const override;
  // For each text every tag it bears, in the order given: resolution must rank and cut by itself.
  std::vector<std::vector<std::string>> nearest(const std::vector<std::string>& texts,
                                                std::size_t limit,
                                                const query::Plan& filters) const override;

  mutable std::size_t nearest_texts = 0;

 private:
  std::vector<std::pair<Facet, std::string>> tags_;
  std::set<std::pair<Facet, std::string>> keys_;
};

// Bears freeform "lost cat", author 紫式部, language ja and status complete.
FakeTags small_archive();

// 2020-06-01T00:00:00Z, the time by which relative dates are read in tests.
inline constexpr std::int64_t kNow = 1'590'969'600;

// Profiles in memory.
struct FakeProfiles : SavedProfiles {
  std::map<std::string, Profile> saved;
  std::optional<Profile> always;

  std::shared_ptr<const Profile> named(std::string_view name) const override;
  std::shared_ptr<const Profile> enforced() const override;
};

// Resolves against the small dictionary and archive.
Plan resolved(const SearchRequest& request, const FakeProfiles& profiles = {});

}  // namespace ficsearch::query::test
