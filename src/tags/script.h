// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ficsearch::tags {

// What a spelling is written in: the groups under which the dictionary lists spellings.
//
// Marks are neutral, except that a text of marks alone is `other`. Digits are neutral beside Latin
// letters, and make kana or kanji mixed: 18禁 and 第3期 are mixed, R-18 is latin. The long mark ー
// fits either kana script; 々, 〆 and 〇 are kanji.
enum class SpellingScript : std::uint8_t {
  latin,
  hiragana,
  katakana,
  kana,   // hiragana and katakana
  kanji,  // nothing but kanji
  mixed,  // kanji with kana, or one of them with Latin letters or digits
  hangul,
  cyrillic,
  other,  // any other script, alone or mixed, and texts without letters
};

// `utf8` is well-formed.
SpellingScript script_of(std::string_view utf8) noexcept;

constexpr bool is_kana(SpellingScript script) noexcept {
  return script == SpellingScript::hiragana || script == SpellingScript::katakana ||
         script == SpellingScript::kana;
}

// The lower-case English name, such as "hiragana".
std::string_view to_string(SpellingScript script) noexcept;

// The script of exactly that name.
std::optional<SpellingScript> find_script(std::string_view name) noexcept;

}  // namespace ficsearch::tags
