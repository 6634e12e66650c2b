// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "cli/paint.h"
#include "ficsearch/import.h"

namespace ficsearch::cli {

// What an import would do, as people read it: of the tags that are not mapped the first so many.
std::string import_preview_text(const ImportPreview& preview, std::size_t most_unmapped,
                                const Paint& paint);

}  // namespace ficsearch::cli
