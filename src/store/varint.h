// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ficsearch::store {

// Appends `number` in groups of seven bits, lowest first, as many bytes as it needs.
void append_varint(std::string& bytes, std::uint64_t number);

// Takes one off the front of `bytes`; false if they end before it does or it has over 64 bits.
bool take_varint(std::string_view& bytes, std::uint64_t& number) noexcept;

}  // namespace ficsearch::store
