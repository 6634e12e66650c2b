// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/exact_hashes.h"

namespace ficsearch::engine {

std::uint64_t hash_of_id(std::string_view work_id) noexcept;

// The ids of the works of the index whose hashes are not among `ids`, in the order in which the
// works were added. Should two ids have one hash, it may leave one out: it never names a work that
// is among them.
std::vector<std::string> works_not_among(const ExactHashes& ids,
                                         const std::filesystem::path& directory);

}  // namespace ficsearch::engine
