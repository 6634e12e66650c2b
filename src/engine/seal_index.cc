// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/maintenance_steps.h"
#include "engine/sealing.h"
#include "store/writer_lock.h"

namespace ficsearch {

FilesReport seal_index(const std::filesystem::path& directory, const MaintenanceOptions& options) {
  const store::WriterLock lock(directory);
  engine::MaintenanceSteps steps(options);
  return engine::report_of(engine::sealed(directory, steps));
}

}  // namespace ficsearch
