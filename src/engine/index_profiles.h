// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ficsearch/profile.h"
#include "query/plan.h"
#include "store/reader.h"

namespace ficsearch::engine {

// The profiles that an index keeps, for query::resolve. Each is read once a revision, as far as
// they are not too many: readers ask with theirs again and again.
//
// Threads: one, as its reader, which must outlive it.
class IndexProfiles : public query::SavedProfiles {
 public:
  explicit IndexProfiles(const store::Reader& reader) : reader_(reader) {}

  // Call it after the reader has moved to another commit.
  void bring_up_to_date();

  std::shared_ptr<const Profile> named(std::string_view name) const override;
  std::shared_ptr<const Profile> enforced() const override;

 private:
  using Shared = std::shared_ptr<const Profile>;  // null: the index has none

  const store::Reader& reader_;
  std::uint64_t generation_ = 0;
  mutable std::map<std::string, Shared, std::less<>> named_;
  mutable std::optional<Shared> enforced_;  // nullopt: not read yet
};

}  // namespace ficsearch::engine
