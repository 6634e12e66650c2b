// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ficsearch::cli {

// "1,234,567": the same in every locale.
std::string grouped(std::uint64_t number);

// "no works", "1 work", "1,234 works".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

}  // namespace ficsearch::cli
