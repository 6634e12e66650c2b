// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

namespace ficsearch::store {

// Keeps writers away from an index whose files are read as files.
class WriterLock {
 public:
  // Throws Error: `locked`, `no_index`, `index_corrupt`, `io` (a list of shards, too: each is
  // maintained by itself).
  explicit WriterLock(const std::filesystem::path& directory);
  WriterLock(WriterLock&&) noexcept;
  ~WriterLock();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch::store
