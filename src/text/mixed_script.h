// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::text {

// A written form and how it is pronounced, in kana.
struct ReadSpelling {
  std::string text;
  std::string reading;
};

// M: whether both are one word, written with more or fewer kanji (寝とられ and 寝取られ): they
// sound the same, and the kanji of one, of which there are some, stand in the other in the same
// order. Pure; input is well-formed UTF-8.
bool same_but_for_kanji(const ReadSpelling& a, const ReadSpelling& b);

// The kanji of the folded key of `utf8`, in order. For indexes of spellings.
std::u32string kanji_of(std::string_view utf8);

}  // namespace ficsearch::text
