// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ficsearch::store {

// `number` in base 64 with exactly `count` digits, most significant first; bits that do not fit are
// left out. The digits are in the order of ASCII, so spellings of one length sort as their numbers
// do. docs/format.md lists them.
std::string fixed_digits(std::uint64_t number, std::size_t count);

// The number that fixed_digits was given, if it fitted.
std::uint64_t number_of_digits(std::string_view digits) noexcept;

}  // namespace ficsearch::store
