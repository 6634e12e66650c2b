// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace ficsearch::test {

// The ways of writing kana in Latin letters that the round trip test goes through.
enum class Romanization {
  hepburn,            // shōnen, kin'yū
  hepburn_with_m,     // shimbun
  wapuro,             // as typed: shounen
  kunrei,             // syounen, zi, tu
  kunrei_circumflex,  // syônen
  nihon               // as Kunrei, but di, du and wo
};

inline constexpr std::array kRomanizations{
    Romanization::hepburn, Romanization::hepburn_with_m,    Romanization::wapuro,
    Romanization::kunrei,  Romanization::kunrei_circumflex, Romanization::nihon};

struct RomanSyllable {
  std::u32string_view kana;
  std::string_view hepburn;
  std::string_view kunrei;  // empty: as Hepburn
  std::string_view nihon;   // empty: as Kunrei
};

// Sounds that Japanese words and names have; of loan words those that all systems can write.
inline constexpr std::array kSyllables{
    RomanSyllable{U"あ", "a", "", ""},        RomanSyllable{U"い", "i", "", ""},
    RomanSyllable{U"う", "u", "", ""},        RomanSyllable{U"え", "e", "", ""},
    RomanSyllable{U"お", "o", "", ""},        RomanSyllable{U"か", "ka", "", ""},
    RomanSyllable{U"き", "ki", "", ""},       RomanSyllable{U"く", "ku", "", ""},
    RomanSyllable{U"け", "ke", "", ""},       RomanSyllable{U"こ", "ko", "", ""},
    RomanSyllable{U"が", "ga", "", ""},       RomanSyllable{U"ぎ", "gi", "", ""},
    RomanSyllable{U"ぐ", "gu", "", ""},       RomanSyllable{U"げ", "ge", "", ""},
    RomanSyllable{U"ご", "go", "", ""},       RomanSyllable{U"さ", "sa", "", ""},
    RomanSyllable{U"し", "shi", "si", ""},    RomanSyllable{U"す", "su", "", ""},
    RomanSyllable{U"せ", "se", "", ""},       RomanSyllable{U"そ", "so", "", ""},
    RomanSyllable{U"ざ", "za", "", ""},       RomanSyllable{U"じ", "ji", "zi", ""},
    RomanSyllable{U"ず", "zu", "", ""},       RomanSyllable{U"ぜ", "ze", "", ""},
    RomanSyllable{U"ぞ", "zo", "", ""},       RomanSyllable{U"た", "ta", "", ""},
    RomanSyllable{U"ち", "chi", "ti", ""},    RomanSyllable{U"つ", "tsu", "tu", ""},
    RomanSyllable{U"て", "te", "", ""},       RomanSyllable{U"と", "to", "", ""},
    RomanSyllable{U"だ", "da", "", ""},       RomanSyllable{U"ぢ", "ji", "zi", "di"},
    RomanSyllable{U"づ", "zu", "zu", "du"},   RomanSyllable{U"で", "de", "", ""},
    RomanSyllable{U"ど", "do", "", ""},       RomanSyllable{U"な", "na", "", ""},
    RomanSyllable{U"に", "ni", "", ""},       RomanSyllable{U"ぬ", "nu", "", ""},
    RomanSyllable{U"ね", "ne", "", ""},       RomanSyllable{U"の", "no", "", ""},
    RomanSyllable{U"は", "ha", "", ""},       RomanSyllable{U"ひ", "hi", "", ""},
    RomanSyllable{U"ふ", "fu", "hu", ""},     RomanSyllable{U"へ", "he", "", ""},
    RomanSyllable{U"ほ", "ho", "", ""},       RomanSyllable{U"ば", "ba", "", ""},
    RomanSyllable{U"び", "bi", "", ""},       RomanSyllable{U"ぶ", "bu", "", ""},
    RomanSyllable{U"べ", "be", "", ""},       RomanSyllable{U"ぼ", "bo", "", ""},
    RomanSyllable{U"ぱ", "pa", "", ""},       RomanSyllable{U"ぴ", "pi", "", ""},
    RomanSyllable{U"ぷ", "pu", "", ""},       RomanSyllable{U"ぺ", "pe", "", ""},
    RomanSyllable{U"ぽ", "po", "", ""},       RomanSyllable{U"ま", "ma", "", ""},
    RomanSyllable{U"み", "mi", "", ""},       RomanSyllable{U"む", "mu", "", ""},
    RomanSyllable{U"め", "me", "", ""},       RomanSyllable{U"も", "mo", "", ""},
    RomanSyllable{U"や", "ya", "", ""},       RomanSyllable{U"ゆ", "yu", "", ""},
    RomanSyllable{U"よ", "yo", "", ""},       RomanSyllable{U"ら", "ra", "", ""},
    RomanSyllable{U"り", "ri", "", ""},       RomanSyllable{U"る", "ru", "", ""},
    RomanSyllable{U"れ", "re", "", ""},       RomanSyllable{U"ろ", "ro", "", ""},
    RomanSyllable{U"わ", "wa", "", ""},       RomanSyllable{U"を", "o", "o", "wo"},
    RomanSyllable{U"きゃ", "kya", "", ""},    RomanSyllable{U"きゅ", "kyu", "", ""},
    RomanSyllable{U"きょ", "kyo", "", ""},    RomanSyllable{U"ぎゃ", "gya", "", ""},
    RomanSyllable{U"ぎょ", "gyo", "", ""},    RomanSyllable{U"しゃ", "sha", "sya", ""},
    RomanSyllable{U"しゅ", "shu", "syu", ""}, RomanSyllable{U"しょ", "sho", "syo", ""},
    RomanSyllable{U"じゃ", "ja", "zya", ""},  RomanSyllable{U"じゅ", "ju", "zyu", ""},
    RomanSyllable{U"じょ", "jo", "zyo", ""},  RomanSyllable{U"ちゃ", "cha", "tya", ""},
    RomanSyllable{U"ちゅ", "chu", "tyu", ""}, RomanSyllable{U"ちょ", "cho", "tyo", ""},
    RomanSyllable{U"にゃ", "nya", "", ""},    RomanSyllable{U"にゅ", "nyu", "", ""},
    RomanSyllable{U"にょ", "nyo", "", ""},    RomanSyllable{U"ひゃ", "hya", "", ""},
    RomanSyllable{U"ひょ", "hyo", "", ""},    RomanSyllable{U"びょ", "byo", "", ""},
    RomanSyllable{U"ぴょ", "pyo", "", ""},    RomanSyllable{U"みゃ", "mya", "", ""},
    RomanSyllable{U"みょ", "myo", "", ""},    RomanSyllable{U"りゃ", "rya", "", ""},
    RomanSyllable{U"りゅ", "ryu", "", ""},    RomanSyllable{U"りょ", "ryo", "", ""},
    RomanSyllable{U"ふぁ", "fa", "", ""},     RomanSyllable{U"ふぇ", "fe", "", ""},
};

// Romaji of a reading in hiragana, made of the syllables of kSyllables, っ before a consonant that
// can be doubled, ん and ー.
std::string romanize(std::u32string_view kana, Romanization system);

// Whether the consonant of `kana` is written twice after っ.
bool can_be_doubled(char32_t kana);

// Whether `kana` is made of these alone.
bool can_romanize(std::u32string_view kana);

}  // namespace ficsearch::test
