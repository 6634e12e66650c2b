// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "text/mecab_tagger.h"

namespace ficsearch::text {

// The words of a text in their base forms, without the endings that voice and tense put behind
// verbs. Only to warn people of: 寝取られ, 寝取り and 寝取らせ are all 寝取る, and mean three
// things. Never joins two spellings.
//
// Empty if nothing in the text is inflected, since such a text is its own base form, and if it has
// no kanji, since kana are cut at random. Input is well-formed UTF-8. Throws Error(`io`) if MeCab
// fails.
std::string lemma_key(MecabTagger& tagger, std::string_view utf8);

}  // namespace ficsearch::text
