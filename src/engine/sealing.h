// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "engine/maintenance_steps.h"
#include "ficsearch/maintenance.h"
#include "store/seal.h"

namespace ficsearch::engine {

// Seals an index that no other writer can change, as store::write_seal does.
store::Seal sealed(const std::filesystem::path& directory, MaintenanceSteps& steps);

FilesReport report_of(const store::Seal& seal);

}  // namespace ficsearch::engine
