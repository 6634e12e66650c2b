// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/romanizer.h"

#include <algorithm>
#include <stdexcept>

namespace ficsearch::test {
namespace {

bool is_hepburn(Romanization system) {
  return system == Romanization::hepburn || system == Romanization::hepburn_with_m ||
         system == Romanization::wapuro;
}

std::string_view letters_of(const RomanSyllable& syllable, Romanization system) {
  if (is_hepburn(system)) return syllable.hepburn;
  if (system == Romanization::nihon && !syllable.nihon.empty()) return syllable.nihon;
  return syllable.kunrei.empty() ? syllable.hepburn : syllable.kunrei;
}

// The syllable at the front of `kana`; the longest if there are two, null if there is none.
const RomanSyllable* find_syllable(std::u32string_view kana) {
  const RomanSyllable* found = nullptr;
  for (const RomanSyllable& syllable : kSyllables)
    if (kana.starts_with(syllable.kana) && (!found || syllable.kana.size() > found->kana.size()))
      found = &syllable;
  return found;
}

const RomanSyllable& syllable_at(std::u32string_view kana) {
  const RomanSyllable* found = find_syllable(kana);
  if (!found) throw std::logic_error("no such syllable");
  return *found;
}

bool is_vowel(char c) {
  return std::string_view("aiueo").find(c) != std::string_view::npos;
}

std::string_view nasal_before(std::string_view next, Romanization system) {
  if (next.empty()) return "n";
  if (is_vowel(next[0]) || next[0] == 'y') return "n'";
  if (system == Romanization::wapuro && next[0] == 'n') return "nn";
  const bool before_lips = next[0] == 'b' || next[0] == 'p' || next[0] == 'm';
  return system == Romanization::hepburn_with_m && before_lips ? "m" : "n";
}

std::string_view doubling_before(std::string_view next, Romanization system) {
  return is_hepburn(system) && next.starts_with("ch") ? "t" : next.substr(0, 1);
}

// A long mark: a sign on the vowel before it, or that vowel once more.
std::string with_length(std::string romaji, Romanization system) {
  const bool macron = system == Romanization::hepburn || system == Romanization::hepburn_with_m;
  if (macron) return romaji + "\u0304";
  if (system == Romanization::kunrei_circumflex) return romaji + "\u0302";
  return romaji + romaji.back();
}

}  // namespace

bool can_be_doubled(char32_t kana) {
  return std::u32string_view(U"かきくけこさしすせそたちつてとぱぴぷぺぽ").find(kana) !=
         std::u32string_view::npos;
}

bool can_romanize(std::u32string_view kana) {
  bool after_vowel = false;
  while (!kana.empty()) {
    const char32_t c = kana.front();
    const RomanSyllable* const syllable = find_syllable(kana);
    if (c == U'ー' && !after_vowel) return false;
    if (c == U'っ' && (kana.size() == 1 || !can_be_doubled(kana[1]))) return false;
    if (!syllable && c != U'ー' && c != U'っ' && c != U'ん') return false;
    after_vowel = syllable != nullptr;
    kana.remove_prefix(syllable ? syllable->kana.size() : 1);
  }
  return true;
}

std::string romanize(std::u32string_view kana, Romanization system) {
  std::string romaji;
  while (!kana.empty()) {
    const char32_t c = kana.front();
    if (c == U'ー') {
      romaji = with_length(std::move(romaji), system);
      kana.remove_prefix(1);
    } else if (c == U'ん' || c == U'っ') {
      kana.remove_prefix(1);
      const std::u32string_view following = kana.starts_with(U'っ') ? kana.substr(1) : kana;
      const std::string_view next =
          following.empty() ? "" : letters_of(syllable_at(following), system);
      romaji += c == U'ん' ? nasal_before(next, system) : doubling_before(next, system);
    } else {
      const RomanSyllable& syllable = syllable_at(kana);
      romaji += letters_of(syllable, system);
      kana.remove_prefix(syllable.kana.size());
    }
  }
  return romaji;
}

}  // namespace ficsearch::test
