// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tags/spelling_keys.h"
#include "text/match_tier.h"

namespace ficsearch::tags {

// The strongest tier at which two written forms can be one word, judged by their letters alone;
// nullopt if at none. Symmetric. What else could be meant, and what the dictionary keeps apart, is
// for the caller to ask (tags/joining.h). Never `surface` or `censored`.
//
// - folded: one folded key.
// - mixed: both have kanji, those of one stand in the other in the same order, and they share a
//   sound. Not where the others are particles in kanji (之): that is how titles are told apart.
// - stem: one stem key.
// - reading: at most one has kanji, and they share a sound.
// - lossy: one is in Latin letters, which leave the length of vowels out.
// Below `folded`, numerals are the same on both sides.
std::optional<text::MatchTier> same_word(const SpellingKeys& a, const SpellingKeys& b);

// Whether `typed`, in Latin letters, is `full` with the length of some vowels left out: the only
// way in which two forms match at tier `lossy`.
bool leaves_lengths_out(const SpellingKeys& typed, const SpellingKeys& full);

// The keys under which an index of spellings files a written form, so that whatever same_word
// joins with it below `folded` is found: two such forms share a key. Each is the letter of a tier
// (E, Y or L; M is found under Y) and a key. Sorted, each once.
std::vector<std::string> join_keys(const SpellingKeys& keys);

}  // namespace ficsearch::tags
