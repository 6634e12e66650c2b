// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/edict_words.h"
#include "text/kana.h"

namespace ficsearch::text {

// Longer words are phrases, of which nobody writes one kanji in kana.
inline constexpr std::size_t kMaxFormSigns = 16;
inline constexpr std::size_t kMaxFormReading = 24;

inline std::u32string in_hiragana(std::u32string text) {
  for (char32_t& c : text) c = to_hiragana(c);
  return text;
}

// The words of EDICT (its old format, as UTF-8) and the nouns of IPADIC (its CSV sources, as
// UTF-8), to be found by how they begin, in writing and in sound: surface -> readings for words
// that begin with a kanji, and reading -> surfaces for all. Kana are hiragana. Irregular and
// outdated forms are left out, and so are single kanji and what is longer than the limits above.
WordReadings word_forms(std::string_view edict, std::string_view ipadic_nouns);

}  // namespace ficsearch::text
