// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace ficsearch::text {

// The singular of an English plural that follows no rule.
std::optional<std::string_view> find_irregular_singular(std::string_view plural) noexcept;

// A word that only looks like a plural, such as series or omen.
bool is_false_plural(std::string_view word) noexcept;

}  // namespace ficsearch::text
