// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::ingest {

// "did you mean "x"?" with the nearest of `names`, else all of them.
std::string nearest_hint(std::string_view name, const std::vector<std::string>& names);

// Throws Error(`unknown_parameter`): `key` is none of the keys of `owner` ("a tag", "a part").
[[noreturn]] void throw_unknown_key(std::string_view key, std::string_view owner,
                                    std::span<const std::string_view> known);

}  // namespace ficsearch::ingest
