// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "text/kana.h"
#include "text/kanji.h"

namespace ficsearch::text {

// What a character of a surface key may need in the folded key: one bit for each step of fold.cc.
using CharClasses = std::uint16_t;

inline constexpr CharClasses kIterationMark = 1 << 0;    // 々 ゝ and their kin
inline constexpr CharClasses kCounterKatakana = 1 << 1;  // ケ カ, which may stand for ヶ ヵ
inline constexpr CharClasses kDash = 1 << 2;             // long mark, waves, hyphens
inline constexpr CharClasses kKana = 1 << 3;  // katakana, and small vowels of either script
inline constexpr CharClasses kKanji = 1 << 4;
inline constexpr CharClasses kLatinMark = 1 << 5;    // Latin letters beyond ASCII, combining marks
inline constexpr CharClasses kCross = 1 << 6;        // ✕ and its kin; x
inline constexpr CharClasses kPunctuation = 1 << 7;  // all punctuation, symbols and spaces
inline constexpr CharClasses kCounter = 1 << 8;      // what か of 一か月 may be written with
inline constexpr CharClasses kCombining = 1 << 9;    // may compose with what stands before it

namespace detail {

constexpr bool is_ascii_word(char32_t c) noexcept {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

constexpr std::array<CharClasses, 128> make_ascii_classes() {
  std::array<CharClasses, 128> classes{};
  for (char32_t c = U' '; c < 0x7F; ++c)
    if (!is_ascii_word(c)) classes[c] = kPunctuation;
  classes['-'] |= kDash;
  classes['~'] |= kDash;
  classes['x'] |= kCross;
  return classes;
}

inline constexpr std::array<CharClasses, 128> kAsciiClasses = make_ascii_classes();

constexpr CharClasses hiragana_classes(char32_t c) noexcept {
  if (c <= U'ぉ') return (c - U'ぁ') % 2 == 0 ? kKana : 0;
  return c == U'か' || c == U'け' || c == U'ゕ' || c == U'ゖ' ? kCounter : 0;
}

constexpr CharClasses katakana_classes(char32_t c) noexcept {
  if (c == U'ケ' || c == U'カ') return kKana | kCounterKatakana | kCounter;
  return c == U'ヵ' || c == U'ヶ' ? kKana | kCounter : kKana;
}

CharClasses other_classes(char32_t c) noexcept;

}  // namespace detail

inline CharClasses classes_of(char32_t c) noexcept {
  if (c < 0x80) return detail::kAsciiClasses[c];
  if (is_hiragana_letter(c)) return detail::hiragana_classes(c);
  if (is_kanji(c)) return c == U'箇' ? kKanji | kCounter : kKanji;
  if (is_katakana_letter(c)) return detail::katakana_classes(c);
  if (c == kLongMark) return kDash;
  return detail::other_classes(c);
}

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

bool is_latin(char32_t c) noexcept;

// Kanji, kana and what belongs to them: scripts that write no spaces between words.
bool is_cjk(char32_t c) noexcept;

// A letter, number or mark of a script that writes spaces between words.
bool is_spaced_word(char32_t c) noexcept;

// The digits and kanji that counters follow.
bool is_numeral(char32_t c) noexcept;

}  // namespace ficsearch::text
