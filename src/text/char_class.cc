// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string_view>

namespace ficsearch::text {
namespace {

constexpr bool is_iteration_mark(char32_t c) noexcept {
  return c == U'々' || c == U'〻' || c == U'ゝ' || c == U'ゞ' || c == U'ヽ' || c == U'ヾ';
}

}  // namespace

CharClasses detail::other_classes(char32_t c) noexcept {
  const auto category = U_MASK(u_charType(static_cast<UChar32>(c)));
  if (is_iteration_mark(c)) return kIterationMark;
  CharClasses classes = 0;
  if (category & (U_GC_P_MASK | U_GC_S_MASK | U_GC_Z_MASK) || c == U'ʼ') classes |= kPunctuation;
  if (is_hyphen(c) || is_wave(c)) classes |= kDash;
  if (is_cross(c)) classes |= kCross;
  if (category & U_GC_M_MASK || (category & U_GC_L_MASK && is_latin(c))) classes |= kLatinMark;
  // Only marks and the vowels and final consonants of Hangul ever compose backwards.
  if (category & U_GC_M_MASK || (c >= 0x1160 && c <= 0x11FF)) classes |= kCombining;
  return classes;
}

bool is_latin(char32_t c) noexcept {
  if (c < 0x80) return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_LATIN;
}

bool is_cjk(char32_t c) noexcept {
  return is_kanji(c) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3021 && c <= 0x312F) ||
         (c >= 0x3190 && c <= 0x31FF) || (c >= 0x1AFF0 && c <= 0x1B16F);
}

bool is_spaced_word(char32_t c) noexcept {
  if (c < 0x80) return detail::is_ascii_word(c);
  return (U_MASK(u_charType(static_cast<UChar32>(c))) &
          (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0 &&
         !is_cjk(c);
}

bool is_numeral(char32_t c) noexcept {
  constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十百千万数何幾";
  return (c >= U'0' && c <= U'9') || kNumerals.find(c) != std::u32string_view::npos;
}

}  // namespace ficsearch::text
