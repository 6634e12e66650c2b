// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/romaji_table.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace ficsearch::text {
namespace {

// What an onset makes of a, i, u, e and o; empty where there is no such syllable.
struct Row {
  std::string_view onset;
  std::array<std::u32string_view, 5> kana;
};

constexpr std::string_view kVowels = "aiueo";

// Sorted by onset.
constexpr std::array kRows{
    Row{"", {U"あ", U"い", U"う", U"え", U"お"}},
    Row{"b", {U"ば", U"び", U"ぶ", U"べ", U"ぼ"}},
    Row{"by", {U"びゃ", U"びぃ", U"びゅ", U"びぇ", U"びょ"}},
    Row{"ch", {U"ちゃ", U"ち", U"ちゅ", U"ちぇ", U"ちょ"}},
    Row{"cy", {U"ちゃ", U"ちぃ", U"ちゅ", U"ちぇ", U"ちょ"}},
    Row{"d", {U"だ", U"ぢ", U"づ", U"で", U"ど"}},
    Row{"d'", {U"", U"でぃ", U"どぅ", U"", U""}},
    Row{"dh", {U"", U"でぃ", U"でゅ", U"", U""}},
    Row{"dj", {U"ぢゃ", U"ぢ", U"ぢゅ", U"ぢぇ", U"ぢょ"}},
    Row{"dw", {U"", U"", U"どぅ", U"", U""}},
    Row{"dy", {U"ぢゃ", U"ぢぃ", U"ぢゅ", U"ぢぇ", U"ぢょ"}},
    Row{"dz", {U"", U"", U"づ", U"", U""}},
    Row{"f", {U"ふぁ", U"ふぃ", U"ふ", U"ふぇ", U"ふぉ"}},
    Row{"fy", {U"ふゃ", U"", U"ふゅ", U"", U"ふょ"}},
    Row{"g", {U"が", U"ぎ", U"ぐ", U"げ", U"ご"}},
    Row{"gw", {U"ぐぁ", U"ぐぃ", U"", U"ぐぇ", U"ぐぉ"}},
    Row{"gy", {U"ぎゃ", U"ぎぃ", U"ぎゅ", U"ぎぇ", U"ぎょ"}},
    Row{"h", {U"は", U"ひ", U"ふ", U"へ", U"ほ"}},
    Row{"hw", {U"ふぁ", U"ふぃ", U"", U"ふぇ", U"ふぉ"}},
    Row{"hy", {U"ひゃ", U"ひぃ", U"ひゅ", U"ひぇ", U"ひょ"}},
    Row{"j", {U"じゃ", U"じ", U"じゅ", U"じぇ", U"じょ"}},
    Row{"jy", {U"じゃ", U"じぃ", U"じゅ", U"じぇ", U"じょ"}},
    Row{"k", {U"か", U"き", U"く", U"け", U"こ"}},
    Row{"kw", {U"くぁ", U"くぃ", U"", U"くぇ", U"くぉ"}},
    Row{"ky", {U"きゃ", U"きぃ", U"きゅ", U"きぇ", U"きょ"}},
    Row{"l", {U"ら", U"り", U"る", U"れ", U"ろ"}},
    Row{"lt", {U"", U"", U"っ", U"", U""}},
    Row{"lts", {U"", U"", U"っ", U"", U""}},
    Row{"ly", {U"ゃ", U"", U"ゅ", U"", U"ょ"}},
    Row{"m", {U"ま", U"み", U"む", U"め", U"も"}},
    Row{"my", {U"みゃ", U"みぃ", U"みゅ", U"みぇ", U"みょ"}},
    Row{"n", {U"な", U"に", U"ぬ", U"ね", U"の"}},
    Row{"ny", {U"にゃ", U"にぃ", U"にゅ", U"にぇ", U"にょ"}},
    Row{"p", {U"ぱ", U"ぴ", U"ぷ", U"ぺ", U"ぽ"}},
    Row{"py", {U"ぴゃ", U"ぴぃ", U"ぴゅ", U"ぴぇ", U"ぴょ"}},
    Row{"r", {U"ら", U"り", U"る", U"れ", U"ろ"}},
    Row{"ry", {U"りゃ", U"りぃ", U"りゅ", U"りぇ", U"りょ"}},
    Row{"s", {U"さ", U"し", U"す", U"せ", U"そ"}},
    Row{"sh", {U"しゃ", U"し", U"しゅ", U"しぇ", U"しょ"}},
    Row{"sy", {U"しゃ", U"しぃ", U"しゅ", U"しぇ", U"しょ"}},
    Row{"t", {U"た", U"ち", U"つ", U"て", U"と"}},
    Row{"t'", {U"", U"てぃ", U"とぅ", U"", U""}},
    Row{"th", {U"", U"てぃ", U"てゅ", U"", U""}},
    Row{"ts", {U"つぁ", U"つぃ", U"つ", U"つぇ", U"つぉ"}},
    Row{"tw", {U"", U"", U"とぅ", U"", U""}},
    Row{"ty", {U"ちゃ", U"ちぃ", U"ちゅ", U"ちぇ", U"ちょ"}},
    Row{"v", {U"ゔぁ", U"ゔぃ", U"ゔ", U"ゔぇ", U"ゔぉ"}},
    Row{"vy", {U"ゔゃ", U"", U"ゔゅ", U"", U"ゔょ"}},
    Row{"w", {U"わ", U"うぃ", U"", U"うぇ", U"を"}},
    Row{"wh", {U"うぁ", U"うぃ", U"", U"うぇ", U"うぉ"}},
    Row{"x", {U"ぁ", U"ぃ", U"ぅ", U"ぇ", U"ぉ"}},
    Row{"xk", {U"ゕ", U"", U"", U"ゖ", U""}},
    Row{"xt", {U"", U"", U"っ", U"", U""}},
    Row{"xts", {U"", U"", U"っ", U"", U""}},
    Row{"xw", {U"ゎ", U"", U"", U"", U""}},
    Row{"xy", {U"ゃ", U"", U"ゅ", U"", U"ょ"}},
    Row{"y", {U"や", U"", U"ゆ", U"いぇ", U"よ"}},
    Row{"z", {U"ざ", U"じ", U"ず", U"ぜ", U"ぞ"}},
    Row{"zy", {U"じゃ", U"じぃ", U"じゅ", U"じぇ", U"じょ"}},
};
static_assert(std::is_sorted(kRows.begin(), kRows.end(),
                             [](const Row& a, const Row& b) { return a.onset < b.onset; }));

// Syllables that loan words, old spellings or small kana are written with as well.
struct Alternative {
  std::string_view onset;
  char vowel;
  std::u32string_view kana;
};

constexpr std::array kAlternatives{
    Alternative{"t", 'i', U"てぃ"},  Alternative{"t", 'u', U"とぅ"},
    Alternative{"d", 'i', U"でぃ"},  Alternative{"d", 'u', U"どぅ"},
    Alternative{"s", 'i', U"すぃ"},  Alternative{"z", 'i', U"ずぃ"},
    Alternative{"w", 'i', U"ゐ"},    Alternative{"w", 'e', U"ゑ"},
    Alternative{"w", 'o', U"うぉ"},  Alternative{"y", 'e', U"え"},
    Alternative{"kw", 'a', U"くゎ"}, Alternative{"gw", 'a', U"ぐゎ"},
    Alternative{"l", 'a', U"ぁ"},    Alternative{"l", 'i', U"ぃ"},
    Alternative{"l", 'u', U"ぅ"},    Alternative{"l", 'e', U"ぇ"},
    Alternative{"l", 'o', U"ぉ"},
};

}  // namespace

std::optional<RomajiSyllable> find_romaji_syllable(std::string_view onset, char vowel) noexcept {
  const auto row = std::lower_bound(
      kRows.begin(), kRows.end(), onset,
      [](const Row& entry, std::string_view wanted) { return entry.onset < wanted; });
  const std::size_t column = kVowels.find(vowel);
  if (row == kRows.end() || row->onset != onset || column == std::string_view::npos ||
      row->kana[column].empty())
    return std::nullopt;
  const auto other = std::find_if(
      kAlternatives.begin(), kAlternatives.end(),
      [&](const Alternative& entry) { return entry.onset == onset && entry.vowel == vowel; });
  return RomajiSyllable{row->kana[column],
                        other == kAlternatives.end() ? std::u32string_view{} : other->kana};
}

}  // namespace ficsearch::text
