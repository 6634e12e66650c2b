// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/loan_words.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "tags/edict_katakana.h"
#include "tags/rough_sound.h"
#include "text/code_points.h"
#include "text/kana.h"

namespace ficsearch::tags {
namespace {

// Shorter words have too few consonants to tell that a word is meant.
constexpr std::size_t kShortestWord = 3;

bool is_english_word(std::string_view text) noexcept {
  return text.size() >= kShortestWord &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// What remains of a rough sound in either script: its consonants, once each, without those that one
// of the two leaves out. Soft g is j.
std::string consonants(std::string_view rough_sound) {
  constexpr std::string_view kUnsure = "aiueowyh";
  std::string rest;
  for (const char c : rough_sound) {
    if (kUnsure.find(c) != kUnsure.npos) continue;
    const char plain = c == 'z' ? 'g' : c;
    if (rest.empty() || rest.back() != plain) rest += plain;
  }
  return rest;
}

std::u32string in_hiragana(std::string_view katakana) {
  std::u32string hiragana = text::to_code_points(katakana);
  for (char32_t& c : hiragana) c = text::to_hiragana(c);
  return hiragana;
}

std::string consonants_of_kana(std::u32string hiragana) {
  std::replace(hiragana.begin(), hiragana.end(), U'ゔ', U'ぶ');
  return consonants(rough_sound_of_kana(text::to_utf8(hiragana)));
}

// The English words that explain a katakana word, if they sound like it.
std::vector<std::string> words_rendered(const std::u32string& hiragana, const KatakanaWord& word) {
  const std::string sound = consonants_of_kana(hiragana);
  std::vector<std::string> rendered;
  for (const std::string& gloss : word.glosses)
    if (is_english_word(gloss) && consonants(rough_sound_of_latin(gloss)) == sound)
      rendered.push_back(gloss);
  return rendered;
}

}  // namespace

text::WordReadings loan_words(std::string_view edict) {
  text::WordReadings loans;
  for (const auto& [katakana, word] : edict_katakana(edict)) {
    if (word.entries != 1) continue;
    const std::u32string hiragana = in_hiragana(katakana);
    const std::vector<std::string> words = words_rendered(hiragana, word);
    if (words.size() == 1) loans[words.front()].push_back(text::to_utf8(hiragana));
  }
  return loans;
}

}  // namespace ficsearch::tags
