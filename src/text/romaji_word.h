// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::text {

// One way to read romaji. `cost` counts the choices in it that are not the usual ones.
struct RomajiReading {
  std::u32string kana;
  std::size_t cost;
};

// As many readings are followed through a word; beyond that the costly ones are given up.
inline constexpr std::size_t kMaxRomajiReadings = 16;

// What stands for a macron or circumflex in the letters of a word, after its vowel.
inline constexpr char kLongVowelSign = '^';

// The readings of a word of letters a to z, apostrophes, hyphens and kLongVowelSign; the cheapest
// first, at most kMaxRomajiReadings. None if it cannot be read to its end.
std::vector<RomajiReading> read_romaji_word(std::string_view letters);

}  // namespace ficsearch::text
