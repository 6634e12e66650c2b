// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ficsearch::cli {

// A number of bytes as people write it: 1048576, 1024K, 1M, 2G, in powers of 1024, in either case.
// nullopt for anything else, and for what no size_t holds.
std::optional<std::size_t> parse_byte_size(std::string_view text) noexcept;

}  // namespace ficsearch::cli
