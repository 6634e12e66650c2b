// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/numerals.h"

#include <algorithm>
#include <cstddef>

namespace ficsearch::tags {
namespace {

constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) noexcept {
  return c >= 'a' && c <= 'z';
}

// Letters with marks, as in bōken, and the apostrophe of ten'i belong to the word around them. In
// UTF-8 the former are two bytes, of which Japanese text has none.
constexpr bool is_in_word(char c, char last) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  const auto before = static_cast<unsigned char>(last);
  const auto begins_pair = [](unsigned char b) { return b >= 0xC3 && b <= 0xCD; };
  return is_letter(c) || c == '\'' || begins_pair(byte) || (byte >= 0x80 && begins_pair(before));
}

// Vowels by themselves are words of romaji: the particles を and へ, an interjection.
constexpr bool is_single_mark(std::string_view word) noexcept {
  return word.size() == 1 && word != "a" && word != "e" && word != "o";
}

// Of a lower-case word. Not checked further: what is no number but looks like one (mix, civil) is
// as good a mark, because it must only be the same on both sides.
bool is_roman(std::string_view word) noexcept {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
}

}  // namespace

std::string numerals_of(std::string_view surface_key) {
  std::string numerals;
  for (std::size_t begin = 0; begin < surface_key.size();) {
    std::size_t end = begin + 1;
    if (is_digit(surface_key[begin])) {
      while (end < surface_key.size() && is_digit(surface_key[end])) ++end;
      numerals.append(surface_key.substr(begin, end - begin)) += ' ';
    } else if (is_in_word(surface_key[begin], ' ')) {
      while (end < surface_key.size() && is_in_word(surface_key[end], surface_key[end - 1])) ++end;
      const std::string_view word = surface_key.substr(begin, end - begin);
      if (is_single_mark(word) || is_roman(word)) numerals.append(word) += ' ';
    }
    begin = end;
  }
  return numerals;
}

}  // namespace ficsearch::tags
