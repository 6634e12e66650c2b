// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/edict_words.h"
#include "text/reading_table.h"

namespace ficsearch::tags {

// English words -> how katakana renders them, of EDICT (its old format, as UTF-8): the katakana
// words that it explains by one word of which they have the consonants (ゲーム: game).
//
// Only where both sides are clear: not レベル, which is level and rebel, and not ガン, which is gun
// and cancer. Else what is apart in English would meet in kana.
text::WordReadings loan_words(std::string_view edict);

// The reading keys that a text in Latin letters has if its English words are said as in Japanese,
// and its other words are romaji: "Tomodachi Game" is ともだちげーむ. Few, likeliest first; none if
// no word is in `words`, another is no romaji, or the text is longer than four words. `fold_key` is
// Latin.
std::vector<std::string> loan_sounds(const text::ReadingTable& words, std::string_view fold_key);

// The table that is installed with ficsearch, read once; empty if it was built without EDICT.
// Throws Error(`io`) if it is missing.
const text::ReadingTable& installed_loan_words();

}  // namespace ficsearch::tags
