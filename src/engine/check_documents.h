// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "engine/maintenance_steps.h"
#include "ficsearch/maintenance.h"

namespace ficsearch::engine {

// Compares the registry and every document with what the records say, as deep as `report` is to be,
// and adds what it finds to it. Throws Error: `index_corrupt` for what cannot be read at all,
// `normalizer_mismatch`, `interrupted`.
void check_documents(const std::filesystem::path& directory, CheckReport& report,
                     MaintenanceSteps& steps);

}  // namespace ficsearch::engine
