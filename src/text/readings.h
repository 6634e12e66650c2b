// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/mecab_tagger.h"

namespace ficsearch::text {

// Who says how a text is read, the most trustworthy first. A person's word, in the dictionary or a
// registry, goes before all of these.
enum class ReadingSource {
  user_dictionary,  // the text is one word of dict/readings
  edict,            // the text is one word of EDICT
  enamdict,         // MeCab has no word for it, and it is one name of ENAMDICT
  mecab,            // put together from MeCab's words
};

struct Reading {
  std::string kana;
  ReadingSource source;

  friend bool operator==(const Reading&, const Reading&) = default;
};

// How `utf8` may be pronounced, in kana, the best first and none twice; kana, Latin letters and
// digits stay as they are. If particles は and へ are in it, the text with わ and え for them comes
// last. Empty if a kanji word is in no dictionary.
//
// Proposals: names and idioms come out wrong often. What people confirmed goes before them. Input
// is well-formed UTF-8. Throws Error(`io`) if MeCab fails or a table is not installed.
std::vector<Reading> readings_of(MecabTagger& tagger, std::string_view utf8);

}  // namespace ficsearch::text
