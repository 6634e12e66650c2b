// SPDX-License-Identifier: GPL-3.0-or-later
// A half-typed syllable is completed in every way, and each result is read as romaji; what the
// table of romaji does not know is no reading and falls away.
#include "text/typed_prefix.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/code_points.h"
#include "text/kana.h"
#include "text/keys.h"
#include "text/reading_key.h"
#include "text/romaji.h"

namespace ficsearch::text {
namespace {

constexpr std::array<std::string_view, 5> kVowelEndings{"a", "i", "u", "e", "o"};
// Of the syllables of c there is only ch.
constexpr std::array<std::string_view, 5> kEndingsOfC{"ha", "hi", "hu", "he", "ho"};

struct Alternative {
  char32_t last;
  std::u32string_view instead;
};
constexpr std::array kAlternatives{Alternative{U'く', U"か"}, Alternative{U'ぐ', U"が"},
                                   Alternative{U'ゔ', U"ばびべぼ"}};

constexpr bool is_latin_letter(char c) noexcept {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_vowel(char c) noexcept {
  return std::string_view("aiueo").find(c) != std::string_view::npos;
}

void add(std::vector<std::string>& keys, std::string key) {
  if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end())
    keys.push_back(std::move(key));
}

bool is_read(std::string_view reading) {
  return std::none_of(reading.begin(), reading.end(), is_latin_letter);
}

// `kana` followed by the readings of `romaji` that leave no Latin letter.
void add_readings(std::vector<std::string>& keys, const std::string& kana,
                  const std::string& romaji) {
  for (const std::string& reading : romaji_candidates(romaji))
    if (is_read(reading)) add(keys, reading_key(kana + reading));
}

// The last consonant may be about to be doubled.
void add_doubled(std::vector<std::string>& keys, const std::string& kana,
                 const std::string& romaji) {
  const std::string before = romaji.substr(0, romaji.size() - 1);
  if (before.empty()) return add(keys, reading_key(kana + "っ"));
  const std::vector<std::string> readings = romaji_candidates(before);
  if (!readings.empty() && is_read(readings[0])) add(keys, reading_key(kana + readings[0] + "っ"));
}

void add_alternatives(const std::string& surface, TypedPrefixes& prefixes) {
  const std::u32string typed = to_code_points(surface);
  for (const Alternative& alternative : kAlternatives) {
    if (to_hiragana(typed.back()) != alternative.last) continue;
    for (const char32_t instead : alternative.instead)
      add(prefixes.rare, reading_key(to_utf8(typed.substr(0, typed.size() - 1) + instead)));
  }
}

}  // namespace

TypedPrefixes typed_prefixes(std::string_view utf8) {
  TypedPrefixes prefixes;
  const std::string surface = surface_key(utf8);
  if (surface.empty() || has_kanji(surface)) return prefixes;
  std::size_t tail = surface.size();
  while (tail != 0 && is_latin_letter(surface[tail - 1])) --tail;
  const bool is_all_latin =
      std::all_of(surface.begin(), surface.end(), [](char c) { return (c & 0x80) == 0; });
  // Romaji is read with all its words, kana without the letters behind it.
  const std::string kana = is_all_latin ? "" : surface.substr(0, tail);
  const std::string romaji = surface.substr(kana.size());
  if (romaji.empty()) {
    add(prefixes.usual, reading_key(kana));
    add_alternatives(surface, prefixes);
    return prefixes;
  }
  const char last = romaji.back();
  if (!is_latin_letter(last)) return prefixes;
  if (is_vowel(last) || last == 'n') add_readings(prefixes.usual, kana, romaji);
  if (is_vowel(last)) return prefixes;
  for (const std::string_view ending : last == 'c' ? kEndingsOfC : kVowelEndings)
    add_readings(prefixes.usual, kana, romaji + std::string(ending));
  if (last != 'n') add_doubled(prefixes.usual, kana, romaji);
  return prefixes;
}

}  // namespace ficsearch::text
