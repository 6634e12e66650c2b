// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/maintenance_steps.h"
#include "engine/new_index_beside.h"
#include "ficsearch/maintenance.h"
#include "store/tables.h"

namespace ficsearch {

SizeReport compact_index(const std::filesystem::path& directory,
                         const MaintenanceOptions& options) {
  engine::MaintenanceSteps steps(options);
  engine::NewIndexBeside compacted(directory);
  constexpr std::uint64_t kTables = 6;  // of a glass database; one that is empty is passed over
  steps.begin("compacting tables", kTables);
  store::compact_tables(compacted.old_directory(), compacted.directory(),
                        [&](const std::string&) { steps.advance(); });
  return compacted.put_in_place(steps);
}

}  // namespace ficsearch
