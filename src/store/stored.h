// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ficsearch::store {

// What the index holds of a work before it is put.
enum class Stored : std::uint8_t { nothing, same, other };

}  // namespace ficsearch::store
