// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "engine/maintenance_steps.h"
#include "ficsearch/maintenance.h"
#include "store/writer_lock.h"

namespace ficsearch::engine {

// A place beside an index for the one that is to take its place, while no writer changes it. What
// was not put in its place is removed again.
class NewIndexBeside {
 public:
  // Throws Error as store::WriterLock does, and `io`.
  explicit NewIndexBeside(const std::filesystem::path& directory);
  NewIndexBeside(const NewIndexBeside&) = delete;
  NewIndexBeside& operator=(const NewIndexBeside&) = delete;
  ~NewIndexBeside();

  // Of the index there is, without symbolic links, and of the new one, which is not there yet.
  const std::filesystem::path& old_directory() const noexcept { return old_; }
  const std::filesystem::path& directory() const noexcept { return new_; }

  // Seals the new index, exchanges the two, and removes the old one.
  SizeReport put_in_place(MaintenanceSteps& steps);

 private:
  std::filesystem::path old_;
  std::filesystem::path new_;
  store::WriterLock lock_;
};

}  // namespace ficsearch::engine
