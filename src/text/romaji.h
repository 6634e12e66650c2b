// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::text {

inline constexpr std::size_t kMaxRomajiCandidates = 8;

// R: the reading keys that a typed query can mean, likeliest first, at most kMaxRomajiCandidates.
//
// Each Latin word is read as romaji of any system at once (Hepburn, Kunrei, Nihon, as typed into a
// Japanese keyboard) if it can be read to its end, and stays as it is if not; so there is always at
// least one candidate for text with a surface key that is not empty. English words parse by
// accident (game is がめ): ask the stricter keys first.
// Pure; input is well-formed UTF-8. Cost: a few microseconds a word.
std::vector<std::string> romaji_candidates(std::string_view utf8);

}  // namespace ficsearch::text
