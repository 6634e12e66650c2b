// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::query {

// `text` in double quotes, with a backslash before each quote and backslash of its own.
std::string in_quotes(std::string_view text);

}  // namespace ficsearch::query
