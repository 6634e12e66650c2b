// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ficsearch/import.h"

namespace ficsearch::engine {

// What Index::preview_import promises (ficsearch/index.h).
ImportPreview preview_import(const std::filesystem::path& directory,
                             const std::vector<std::string>& sources, const ImportOptions& options);

}  // namespace ficsearch::engine
