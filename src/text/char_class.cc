// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/char_class.h"

#include <unicode/uchar.h>

#include <array>
#include <string_view>

#include "text/kana.h"
#include "text/kanji.h"

namespace ficsearch::text {
namespace {

using Table = std::array<CharClasses, 128>;

constexpr bool is_ascii_word(char32_t c) noexcept {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

constexpr Table make_ascii_classes() {
  Table classes{};
  for (char32_t c = U' '; c < 0x7F; ++c)
    if (!is_ascii_word(c)) classes[c] = kPunctuation;
  classes['-'] |= kDash;
  classes['~'] |= kDash;
  classes['x'] |= kCross;
  return classes;
}

constexpr Table kAsciiClasses = make_ascii_classes();

constexpr bool is_iteration_mark(char32_t c) noexcept {
  return c == U'々' || c == U'〻' || c == U'ゝ' || c == U'ゞ' || c == U'ヽ' || c == U'ヾ';
}

CharClasses hiragana_classes(char32_t c) noexcept {
  if (c <= U'ぉ') return (c - U'ぁ') % 2 == 0 ? kKana : 0;
  return c == U'か' || c == U'け' || c == U'ゕ' || c == U'ゖ' ? kCounter : 0;
}

CharClasses katakana_classes(char32_t c) noexcept {
  if (c == U'ケ' || c == U'カ') return kKana | kCounterKatakana | kCounter;
  return c == U'ヵ' || c == U'ヶ' ? kKana | kCounter : kKana;
}

CharClasses other_classes(char32_t c) noexcept {
  const auto category = U_MASK(u_charType(static_cast<UChar32>(c)));
  CharClasses classes = 0;
  if (category & (U_GC_P_MASK | U_GC_S_MASK | U_GC_Z_MASK) || c == U'ʼ') classes |= kPunctuation;
  if (is_hyphen(c) || is_wave(c)) classes |= kDash;
  if (is_cross(c)) classes |= kCross;
  if (category & (U_GC_L_MASK | U_GC_M_MASK)) classes |= kLatinMark;
  // Only marks and the vowels and final consonants of Hangul ever compose backwards.
  if (category & U_GC_M_MASK || (c >= 0x1160 && c <= 0x11FF)) classes |= kCombining;
  return classes;
}

}  // namespace

CharClasses classes_of(char32_t c) noexcept {
  if (c < 0x80) return kAsciiClasses[c];
  if (is_hiragana_letter(c)) return hiragana_classes(c);
  if (is_kanji(c)) return c == U'箇' ? kKanji | kCounter : kKanji;
  if (is_katakana_letter(c)) return katakana_classes(c);
  if (c == kLongMark) return kDash;
  if (is_iteration_mark(c)) return kIterationMark;
  return other_classes(c);
}

bool is_cjk(char32_t c) noexcept {
  return is_kanji(c) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3021 && c <= 0x312F) ||
         (c >= 0x3190 && c <= 0x31FF) || (c >= 0x1AFF0 && c <= 0x1B16F);
}

bool is_spaced_word(char32_t c) noexcept {
  if (c < 0x80) return is_ascii_word(c);
  return (U_MASK(u_charType(static_cast<UChar32>(c))) &
          (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0 &&
         !is_cjk(c);
}

bool is_numeral(char32_t c) noexcept {
  constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十百千万数何幾";
  return (c >= U'0' && c <= U'9') || kNumerals.find(c) != std::u32string_view::npos;
}

}  // namespace ficsearch::text
