// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/spoken_letters.h"

#include <array>
#include <cstddef>

namespace ficsearch::tags {
namespace {

constexpr std::size_t kMostInRow = 4;

constexpr std::array<std::string_view, 10> kDigits{"ゼロ",   "ワン",     "ツー",     "スリー",
                                                   "フォー", "ファイブ", "シックス", "セブン",
                                                   "エイト", "ナイン"};
constexpr std::string_view kTen = "テン";

constexpr std::array<std::string_view, 26> kLetters{
    "エー",   "ビー",   "シー", "ディー", "イー",       "エフ",     "ジー", "エイチ", "アイ",
    "ジェー", "ケー",   "エル", "エム",   "エヌ",       "オー",     "ピー", "キュー", "アール",
    "エス",   "ティー", "ユー", "ブイ",   "ダブリュー", "エックス", "ワイ", "ゼット"};

std::string_view name_of(char c) noexcept {
  if (c >= '0' && c <= '9') return kDigits[static_cast<std::size_t>(c - '0')];
  if (c >= 'a' && c <= 'z') return kLetters[static_cast<std::size_t>(c - 'a')];
  return {};
}

}  // namespace

std::string with_spoken_letters(std::string_view surface_key) {
  std::string spoken;
  bool has_any = false;
  for (std::size_t begin = 0; begin < surface_key.size();) {
    std::size_t end = begin;
    while (end < surface_key.size() && !name_of(surface_key[end]).empty()) ++end;
    if (end == begin) {
      spoken += surface_key[begin++];
      continue;
    }
    const std::string_view row = surface_key.substr(begin, end - begin);
    if (row.size() > kMostInRow) return {};
    if (row == "10")
      spoken += kTen;
    else
      for (const char c : row) spoken += name_of(c);
    has_any = true;
    begin = end;
  }
  return has_any ? spoken : std::string();
}

}  // namespace ficsearch::tags
