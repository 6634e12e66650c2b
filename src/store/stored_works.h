// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "store/stored.h"

namespace ficsearch::store {

// Tells which works an index holds, beside its writer and in another thread than it.
//
// Knows what was committed when it was made, and perhaps later commits. Threads: one.
class StoredWorks {
 public:
  // Throws Error: `no_index`, `io`.
  explicit StoredWorks(const std::filesystem::path& directory);
  StoredWorks(StoredWorks&&) noexcept;
  ~StoredWorks();

  // What a commit that it knows of holds of the work with this content hash.
  Stored compare(std::string_view work_id, std::string_view content_hash);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch::store
