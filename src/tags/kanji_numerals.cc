// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/kanji_numerals.h"

#include <cstddef>

#include "base/utf8.h"
#include "text/code_points.h"
#include "text/kanji.h"

namespace ficsearch::tags {
namespace {

constexpr std::size_t kMostDigits = 4;
constexpr std::u32string_view kDigits = U"一二三四五六七八九";
constexpr std::u32string_view kUnits = U"十百千";  // of tens, hundreds and thousands

constexpr bool is_digit(char32_t c) noexcept {
  return c >= U'0' && c <= U'9';
}

// 1024 as 千二十四.
std::u32string spelled(std::u32string_view digits) {
  std::u32string kanji;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t value = digits[i] - U'0';
    const std::size_t power = digits.size() - 1 - i;
    if (value == 0) continue;
    if (value > 1 || power == 0) kanji += kDigits[value - 1];
    if (power > 0) kanji += kUnits[power - 1];
  }
  return kanji;
}

}  // namespace

std::string with_kanji_numerals(std::string_view surface_key) {
  const std::u32string text = text::to_code_points(surface_key);
  std::u32string spelled_out;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == begin) {
      spelled_out += text[begin++];
      continue;
    }
    const std::u32string digits = text.substr(begin, end - begin);
    const bool counts =
        (end < text.size() && text::is_kanji(text[end])) || (begin > 0 && text[begin - 1] == U'第');
    const bool is_number = digits.front() != U'0' && digits.size() <= kMostDigits;
    spelled_out += counts && is_number ? spelled(digits) : digits;
    begin = end;
  }
  return text::to_utf8(spelled_out);
}

bool has_kanji_numeral(std::string_view utf8) noexcept {
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char32_t c = base::next_code_point(utf8, offset);
    if (kDigits.find(c) != kDigits.npos || kUnits.find(c) != kUnits.npos) return true;
  }
  return false;
}

}  // namespace ficsearch::tags
