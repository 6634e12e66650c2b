// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ficsearch::store {

// XXH3-64 of `bytes`, little-endian: what stored records end in.
inline constexpr std::size_t kChecksumBytes = 8;
std::string checksum_of(std::string_view bytes);

}  // namespace ficsearch::store
