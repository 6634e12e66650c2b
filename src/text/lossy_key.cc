// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lossy_key.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"
#include "text/kana.h"
#include "text/keys.h"
#include "text/romaji.h"

namespace ficsearch::text {
namespace {

// ō as o; all else stays.
char32_t without_macron(char32_t c) {
  constexpr std::u32string_view kLong = U"āīūēō";
  constexpr std::u32string_view kShort = U"aiueo";
  const std::size_t i = kLong.find(c);
  return i == std::u32string_view::npos ? c : kShort[i];
}

bool has_kana(std::string_view utf8) noexcept {
  for (std::size_t offset = 0; offset < utf8.size();)
    if (is_kana_letter(base::next_code_point(utf8, offset))) return true;
  return false;
}

}  // namespace

std::string lossy_key(std::string_view key) {
  std::string lossy;
  char32_t left = U' ';
  for (std::size_t offset = 0; offset < key.size();) {
    const char32_t c = without_macron(base::next_code_point(key, offset));
    if (c == U' ' || c == kLongMark || (c == U'い' && vowel_of(left) == 'e')) continue;
    base::append_code_point(lossy, c);
    left = c;
  }
  return lossy;
}

std::vector<std::string> lossy_keys(std::string_view typed) {
  std::vector<std::string> keys;
  const std::string folded = fold_key(typed);
  if (!has_kana(folded)) keys.push_back(lossy_key(folded));
  for (const std::string& reading : romaji_candidates(typed)) keys.push_back(lossy_key(reading));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace ficsearch::text
