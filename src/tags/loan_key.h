// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// What katakana keeps of a foreign word and its Latin spelling share, for names that are no romaji:
// Chigoras and チゴラス, Zubat and ズバット, Flabebe and フラベベ.
//
// Their rough sound (tags/rough_sound.h). Weaker than a lossy key: much that differs has one. Empty
// if the text is too short to tell anything, or holds more than letters.
std::string loan_key_of_latin(std::string_view fold_key);
std::string loan_key_of_kana(std::string_view reading_key);

}  // namespace ficsearch::tags
