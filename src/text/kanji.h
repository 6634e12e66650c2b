// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ficsearch::text {

// An ideograph that a word is written with: neither 々 nor 〇. The blocks are closed by Unicode's
// stability policy; gaps in them hold nothing.
constexpr bool is_kanji(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

// The same, and 々, which stands for one.
constexpr bool is_kanji_sign(char32_t c) noexcept {
  return is_kanji(c) || c == U'々';
}

// The usual Japanese form of an old, variant or simplified kanji (table H of
// docs/normalization.md); all else stays. No result is itself replaced by another.
char32_t usual_kanji(char32_t c) noexcept;

// Table H as it is written, pairs of a source and its target: for the normalizer's version.
std::u32string_view kanji_variant_table() noexcept;

}  // namespace ficsearch::text
