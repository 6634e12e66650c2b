// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/loan_key.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"
#include "tags/rough_sound.h"
#include "text/kana.h"

namespace ficsearch::tags {
namespace {

constexpr std::size_t kShortest = 4;

constexpr bool is_letter_or_blank(char c) noexcept {
  return (c >= 'a' && c <= 'z') || c == ' ';
}

bool is_kana(std::string_view key) noexcept {
  for (std::size_t offset = 0; offset < key.size();) {
    const char32_t c = base::next_code_point(key, offset);
    if (c != text::kLongMark && !text::is_hiragana_letter(c)) return false;
  }
  return true;
}

std::string long_enough(std::string key) {
  return key.size() < kShortest ? std::string() : key;
}

}  // namespace

std::string loan_key_of_latin(std::string_view fold_key) {
  if (!std::all_of(fold_key.begin(), fold_key.end(), is_letter_or_blank)) return {};
  return long_enough(rough_sound_of_latin(fold_key));
}

std::string loan_key_of_kana(std::string_view reading_key) {
  return is_kana(reading_key) ? long_enough(rough_sound_of_kana(reading_key)) : std::string();
}

}  // namespace ficsearch::tags
