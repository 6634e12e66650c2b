// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace ficsearch::text {

// A syllable of romaji, as hiragana. `alternative` is what another system means by it; empty for
// most.
struct RomajiSyllable {
  std::u32string_view usual;
  std::u32string_view alternative;
};

// The syllable of the letters before a vowel (`onset`, may be empty) and the vowel. All systems of
// romaji are one table, since hardly any two use one syllable for different kana.
std::optional<RomajiSyllable> find_romaji_syllable(std::string_view onset, char vowel) noexcept;

// No onset is longer.
inline constexpr std::size_t kLongestRomajiOnset = 3;

}  // namespace ficsearch::text
