// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ficsearch::text {

// What authors put for a character that they do not want to write out, as it stands in a surface
// key.

// Marks that have hardly another use inside a word.
constexpr bool is_plain_censor_mark(char32_t c) noexcept {
  return std::u32string_view(U"〇○◯●◎×✕✖*■□▲△☆★").find(c) != std::u32string_view::npos;
}

constexpr bool is_censor_mark(char32_t c) noexcept {
  return is_plain_censor_mark(c) || c == U'_' || c == U'?';
}

}  // namespace ficsearch::text
