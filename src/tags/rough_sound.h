// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// What is left of a sound when everything is left out that kana and Latin letters have apart:
// Chigoras and チゴラス are both tigoras.
//
// Kana puts a vowel after consonants that stand alone, doubles stops, has one letter for l and r
// and marks length; Latin letters have none of it. Digits stay; blanks, marks and letters of other
// scripts are left out. Much that differs sounds the same so roughly.
std::string rough_sound_of_latin(std::string_view fold_key);
// Latin letters among the kana stay as they are.
std::string rough_sound_of_kana(std::string_view reading_key);

}  // namespace ficsearch::tags
