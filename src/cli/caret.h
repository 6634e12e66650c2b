// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ficsearch::cli {

// Two lines that point at bytes [offset, offset + length) of `query`: the query, or the stretch of
// it that fits in `columns`, and carets under the place. Wide characters take two columns. `query`
// is well-formed UTF-8, and `offset` is on a character's border.
std::string caret_lines(std::string_view query, std::size_t offset, std::size_t length,
                        std::size_t columns);

}  // namespace ficsearch::cli
