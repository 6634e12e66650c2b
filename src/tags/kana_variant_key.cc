// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/kana_variant_key.h"

#include <algorithm>
#include <cstddef>

#include "tags/script.h"
#include "text/code_points.h"
#include "text/kana.h"
#include "text/reading_key.h"

namespace ficsearch::tags {
namespace {

// With this many kana before it, a long mark at the end is a habit and not another word, if it
// stands for -er, -or or -y: ドラマー is no ドラマ, and ウィンドー no ウィンド.
constexpr std::size_t kLongWord = 4;
// Dean and Jean are two names; longer words that differ only here are one.
constexpr std::size_t kLongEnoughForConsonants = 5;

bool is_i_or_e(char32_t c) noexcept {
  return text::vowel_of(c) == 'i' || text::vowel_of(c) == 'e';
}

// レベル and レーベル are two; of 3,200 pairs of longer words of EDICT that differ in lengths only,
// 100 are two words, and those are kept apart by name (tags/words_apart.h).
constexpr std::size_t kLongEnoughForLengths = 5;

std::u32string as_one_writer(std::u32string_view sound) {
  std::u32string same;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    const char32_t c = sound[i];
    const char32_t left = same.empty() ? U' ' : same.back();
    const char32_t right = i + 1 < sound.size() ? sound[i + 1] : U' ';
    if (c == U'い' && text::vowel_of(left) == 'e') {
      same += text::kLongMark;
    } else if (c == U'や' && is_i_or_e(left)) {
      same += U'あ';
    } else if ((c == U'で' || c == U'て') && right == U'ぃ' &&
               sound.size() >= kLongEnoughForConsonants) {
      same += c == U'で' ? U'じ' : U'ち';
      ++i;
      if (i + 1 < sound.size() && sound[i + 1] == text::kLongMark) ++i;
    } else if (c == text::kLongMark && (left == U'ぃ' || (left == U'す' && right == U'い'))) {
      continue;  // ィー, and スウィ, whose ウ a reading key has as a long mark
    } else {
      same += c;
    }
  }
  if (same.size() > kLongWord && same.back() == text::kLongMark) {
    const char vowel = text::vowel_of(same[same.size() - 2]);
    if (vowel == 'a' || vowel == 'i') same.pop_back();
  }
  return same;
}

}  // namespace

std::string kana_variant_key(std::string_view surface_key) {
  if (script_of(surface_key) != SpellingScript::katakana) return {};
  std::u32string same = as_one_writer(text::to_code_points(text::reading_key(surface_key)));
  std::u32string bare = same;
  std::erase_if(bare, [](char32_t c) { return c == text::kLongMark || c == U'っ'; });
  return text::to_utf8(bare.size() < kLongEnoughForLengths ? same : bare);
}

}  // namespace ficsearch::tags
