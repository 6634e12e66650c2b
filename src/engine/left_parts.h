// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace ficsearch::engine {

// Puts those works into the index that an import which was killed had finished parts of, and
// removes what else it left beside the index (store/segments.h). Gives their number. Throws Error
// as store::Writer and store::Segments::publish do; then the parts are still there.
std::uint64_t take_left_parts(const std::filesystem::path& index);

}  // namespace ficsearch::engine
