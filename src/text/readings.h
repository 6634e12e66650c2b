// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/mecab_tagger.h"

namespace ficsearch::text {

// How `utf8` is pronounced, in kana, as MeCab proposes it; kana, Latin letters and digits stay as
// they are. If particles は and へ are in it, the text with わ and え for them comes second. Empty
// if a kanji word is not in the dictionary.
//
// A proposal: names, titles and idioms come out wrong often (男の娘, 一途). What people confirmed
// goes before it. Input is well-formed UTF-8. Throws Error(`io`) if MeCab fails.
std::vector<std::string> readings_of(MecabTagger& tagger, std::string_view utf8);

}  // namespace ficsearch::text
