// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "ficsearch/profile.h"
#include "query/plan.h"
#include "store/reader.h"

namespace ficsearch::engine {

// The profiles that an index keeps, for query::resolve. Those that hold without being named, the
// enforced and the default one, are read once a revision, because every search asks for them.
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
  using Kept = std::optional<std::shared_ptr<const Profile>>;  // nullopt: not read yet

  const store::Reader& reader_;
  std::uint64_t generation_ = 0;
  mutable Kept default_;
  mutable Kept enforced_;
};

}  // namespace ficsearch::engine
