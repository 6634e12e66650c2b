// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ficsearch::text {

// Facts about single kana. Letters means syllables, small ones included: neither iteration marks
// nor the long mark.

inline constexpr char32_t kLongMark = U'ー';

constexpr bool is_hiragana_letter(char32_t c) noexcept {
  return c >= U'ぁ' && c <= U'ゖ';
}

constexpr bool is_katakana_letter(char32_t c) noexcept {
  return (c >= U'ァ' && c <= U'ヺ') || (c >= U'ㇰ' && c <= U'ㇿ');
}

constexpr bool is_kana_letter(char32_t c) noexcept {
  return is_hiragana_letter(c) || is_katakana_letter(c);
}

// What kana words consist of: letters and the long mark.
constexpr bool is_kana_sign(char32_t c) noexcept {
  return is_kana_letter(c) || c == kLongMark;
}

// ん and っ have no vowel, so nothing can lengthen them.
constexpr bool can_be_lengthened(char32_t c) noexcept {
  return is_kana_letter(c) && c != U'ん' && c != U'ン' && c != U'っ' && c != U'ッ';
}

namespace detail {

// The vowel of each hiragana letter from ぁ to ゖ; '-' for those without one.
inline constexpr std::string_view kVowels =
    "aaiiuueeoo"    // ぁ to お
    "aaiiuueeoo"    // か to ご
    "aaiiuueeoo"    // さ to ぞ
    "aaii-uueeoo"   // た to ど, with っ
    "aiueo"         // な to の
    "aaaiiiuuueee"  // は to ぺ
    "ooo"           // ほ to ぽ
    "aiueo"         // ま to も
    "aauuoo"        // ゃ to よ
    "aiueo"         // ら to ろ
    "aaieo-u"       // ゎ to ゔ
    "ae";           // ゕ ゖ
static_assert(kVowels.size() == U'ゖ' - U'ぁ' + 1);

// The full-size kana of ㇰ to ㇿ.
inline constexpr std::u32string_view kPhoneticExtensions = U"クシストヌハヒフヘホムラリルレロ";
static_assert(kPhoneticExtensions.size() == U'ㇿ' - U'ㇰ' + 1);

inline constexpr std::u32string_view kUnvoiced =
    U"かきくけこさしすせそたちつてとはひふへほはひふへほう";
inline constexpr std::u32string_view kVoiced =
    U"がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔ";
static_assert(kUnvoiced.size() == kVoiced.size());

}  // namespace detail

// 'a', 'i', 'u', 'e' or 'o'; '-' for ん, っ and all that is no hiragana letter.
constexpr char vowel_of(char32_t hiragana) noexcept {
  return is_hiragana_letter(hiragana) ? detail::kVowels[hiragana - U'ぁ'] : '-';
}

// The hiragana of a katakana letter that has exactly one (ヷ to ヺ have none); all else stays.
constexpr char32_t to_hiragana(char32_t c) noexcept {
  if (c >= U'ㇰ' && c <= U'ㇿ') c = detail::kPhoneticExtensions[c - U'ㇰ'];
  return c >= U'ァ' && c <= U'ヶ' ? c - (U'ァ' - U'ぁ') : c;
}

// The katakana of a hiragana letter; all else stays.
constexpr char32_t to_katakana(char32_t c) noexcept {
  return is_hiragana_letter(c) ? c + (U'ァ' - U'ぁ') : c;
}

// The same kana, in its own script, without or with a voiced mark; itself if there is none.
constexpr char32_t without_voicing(char32_t c) noexcept {
  const char32_t script = c >= U'ァ' && c <= U'ヶ' ? U'ァ' - U'ぁ' : 0;
  const std::size_t i = detail::kVoiced.find(c - script);
  return i == std::u32string_view::npos ? c : detail::kUnvoiced[i] + script;
}

constexpr char32_t with_voicing(char32_t c) noexcept {
  const char32_t script = c >= U'ァ' && c <= U'ヶ' ? U'ァ' - U'ぁ' : 0;
  const std::size_t i = detail::kUnvoiced.find(c - script);
  return i == std::u32string_view::npos ? c : detail::kVoiced[i] + script;
}

}  // namespace ficsearch::text
