// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/loan_words.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace ficsearch::tags {
namespace {

using Sounds = std::vector<std::string>;

constexpr const char* kEdict =
    "　？？？ /EDICT/\n"
    "レベル /(n) (1) level/standard/(P)/\n"
    "レヴェル /(n) (1) level/\n"
    "ゲーム /(n) game/(P)/\n"
    "ビデオ・ゲーム /(n) video game/\n"
    "ノー /(int) no/\n"
    "ハウス /(n) (1) house/(n) (2) (abbr) house music/\n"
    "ライト /(n) light/right/\n"
    "ガン /(n) (uk) cancer/\n"
    "ガン /(n) gun/(P)/\n"
    "デレデレ /(adv) lazing/\n"
    "亜人 [あじん] /(n) demi-human/\n";

TEST_CASE("loan words: katakana explained by a word of its consonants", "[tags]") {
  const text::WordReadings loans = loan_words(kEdict);
  CHECK(text::to_table(loans) == "game\tげーむ\nhouse\tはうす\nlevel\tれべる れゔぇる\n");
}

TEST_CASE("loan sounds: English words said as in Japanese, the others as romaji", "[tags]") {
  const text::ReadingTable words(text::to_table(loan_words(kEdict)));
  CHECK(loan_sounds(words, "game") == Sounds{"げーむ"});
  CHECK(loan_sounds(words, "level") == Sounds{"れべる"});
  CHECK(loan_sounds(words, "tomodachi game") == Sounds{"ともだちげーむ", "ともだちがめ"});
  CHECK(loan_sounds(words, "xyz game") == Sounds{});
  CHECK(loan_sounds(words, "tomodachi") == Sounds{});
  CHECK(loan_sounds(words, "a game of the house") == Sounds{});
  CHECK(loan_sounds(words, "") == Sounds{});
  CHECK(loan_sounds(text::ReadingTable(), "game") == Sounds{});
}

}  // namespace
}  // namespace ficsearch::tags
