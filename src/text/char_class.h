// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ficsearch::text {

// What a character of a surface key may need in the folded key: one bit for each step of fold.cc.
using CharClasses = std::uint16_t;

inline constexpr CharClasses kIterationMark = 1 << 0;    // 々 ゝ and their kin
inline constexpr CharClasses kCounterKatakana = 1 << 1;  // ケ カ, which may stand for ヶ ヵ
inline constexpr CharClasses kDash = 1 << 2;             // long mark, waves, hyphens
inline constexpr CharClasses kKana = 1 << 3;  // katakana, and small vowels of either script
inline constexpr CharClasses kKanji = 1 << 4;
inline constexpr CharClasses kLatinMark = 1 << 5;    // letters beyond ASCII, combining marks
inline constexpr CharClasses kCross = 1 << 6;        // ✕ and its kin; x
inline constexpr CharClasses kPunctuation = 1 << 7;  // all punctuation, symbols and spaces
inline constexpr CharClasses kCounter = 1 << 8;      // what か of 一か月 may be written with
inline constexpr CharClasses kCombining = 1 << 9;    // may compose with what stands before it

CharClasses classes_of(char32_t c) noexcept;

// Of a surface key, where only these are left of many variants.
constexpr bool is_wave(char32_t c) noexcept {
  return c == U'〜' || c == U'~';
}

constexpr bool is_hyphen(char32_t c) noexcept {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x2501;
}

constexpr bool is_cross(char32_t c) noexcept {
  return c == U'×' || c == 0x2715 || c == 0x2716 || c == 0x2A2F || c == 0x2573;
}

constexpr bool is_apostrophe(char32_t c) noexcept {
  return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC;
}

// Kanji, kana and what belongs to them: scripts that write no spaces between words.
bool is_cjk(char32_t c) noexcept;

// A letter, number or mark of a script that writes spaces between words.
bool is_spaced_word(char32_t c) noexcept;

// The digits and kanji that counters follow.
bool is_numeral(char32_t c) noexcept;

}  // namespace ficsearch::text
