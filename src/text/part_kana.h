// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/reading_table.h"

namespace ficsearch::text {

// A word of the table of words (text/word_forms.h) and how it is pronounced. Kana are hiragana.
struct KnownWord {
  std::string surface;
  std::string reading;

  friend bool operator==(const KnownWord&, const KnownWord&) = default;
};

// The words of `words` that a text in kanji, and perhaps kana, can be a spelling of: with some of
// their kanji written in kana (せんにん力 for 千人力), or without the okurigana of a noun (受付 for
// 受け付け). Sorted by surface and reading, each once; the text itself, if it is in the table,
// among them.
//
// None for a text without kanji, of one sign, or with signs that are neither kanji nor kana. Cost:
// some tens of microseconds, of which most goes into looking at the words that begin alike.
std::vector<KnownWord> words_in_part_kana(const ReadingTable& words, std::string_view surface_key);

// The table that is installed with ficsearch, read once; empty if it was built without EDICT.
// Throws Error(`io`) if it is missing.
const ReadingTable& installed_word_forms();

}  // namespace ficsearch::text
