// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/loan_words.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "tags/rough_sound.h"
#include "text/code_points.h"
#include "text/kana.h"

// A line of EDICT: ゲーム /(n) game/(P)/
namespace ficsearch::tags {
namespace {

// Shorter words have too few consonants to tell that a word is meant.
constexpr std::size_t kShortestWord = 3;

bool is_katakana_word(std::u32string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return text::is_katakana_letter(c) || c == text::kLongMark || c == U'・';
  });
}

// A gloss without what stands in parentheses or braces, in lower case.
std::string bare_gloss(std::string_view gloss) {
  std::string bare;
  int depth = 0;
  for (const char c : gloss) {
    if (c == '(' || c == '{') ++depth;
    if (depth == 0 && (c != ' ' || !bare.empty()))
      bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (c == ')' || c == '}') --depth;
  }
  while (bare.ends_with(' ')) bare.pop_back();
  return bare;
}

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

std::u32string in_hiragana(std::u32string text) {
  std::erase(text, U'・');
  for (char32_t& c : text) c = text::to_hiragana(c);
  return text;
}

std::string consonants_of_kana(std::u32string hiragana) {
  std::replace(hiragana.begin(), hiragana.end(), U'ゔ', U'ぶ');
  return consonants(rough_sound_of_kana(text::to_utf8(hiragana)));
}

// Katakana word -> the English words that explain it; and how many entries it has.
struct Katakana {
  std::set<std::string> words;
  std::size_t entries = 0;
};

std::map<std::string, Katakana, std::less<>> katakana_words(std::string_view edict) {
  std::map<std::string, Katakana, std::less<>> words;
  while (!edict.empty()) {
    std::string_view line = edict.substr(0, edict.find('\n'));
    edict.remove_prefix(std::min(edict.size(), line.size() + 1));
    const std::size_t blank = line.find(" /");
    if (blank == line.npos || blank == 0) continue;
    const std::u32string surface = text::to_code_points(line.substr(0, blank));
    if (!is_katakana_word(surface)) continue;
    Katakana& katakana = words[text::to_utf8(in_hiragana(surface))];
    ++katakana.entries;
    const std::string sound = consonants_of_kana(in_hiragana(surface));
    for (line.remove_prefix(blank + 2); !line.empty();) {
      const std::string_view gloss = line.substr(0, line.find('/'));
      line.remove_prefix(std::min(line.size(), gloss.size() + 1));
      std::string word = bare_gloss(gloss);
      if (is_english_word(word) && consonants(rough_sound_of_latin(word)) == sound)
        katakana.words.insert(std::move(word));
    }
  }
  return words;
}

}  // namespace

text::WordReadings loan_words(std::string_view edict) {
  text::WordReadings loans;
  for (const auto& [kana, katakana] : katakana_words(edict))
    if (katakana.words.size() == 1 && katakana.entries == 1)
      loans[*katakana.words.begin()].push_back(kana);
  return loans;
}

}  // namespace ficsearch::tags
