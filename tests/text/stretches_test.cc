// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stretches.h"

#include <catch2/catch.hpp>
#include <string>

using namespace ficsearch::text;

TEST_CASE("stretches: a key falls into CJK and other parts without gaps", "[text]") {
  using enum StretchKind;
  CHECK(stretches_of("").empty());
  CHECK(stretches_of("ntr") == std::vector<Stretch>{{other, {0, 3}}});
  CHECK(stretches_of("なし") == std::vector<Stretch>{{cjk, {0, 6}}});
  CHECK(stretches_of("第3期×a") ==
        std::vector<Stretch>{{cjk, {0, 3}}, {other, {3, 4}}, {cjk, {4, 7}}, {other, {7, 10}}});
}

TEST_CASE("stretches: CJK are kanji of every plane, kana and their marks", "[text]") {
  for (const char* character :
       {"一", "龥", "㐀", "𠀋", "\U00031350", "神", "々", "〇", "〻", "ぁ",
        "ゖ", "ゝ", "ァ", "ヺ", "ヽ",         "ㇰ", "ー", "〱", "〼", "\u3099"}) {
    INFO(character);
    CHECK(has_cjk(character));
  }
}

TEST_CASE("stretches: letters, numerals and signs of others are not CJK", "[text]") {
  for (const char* character : {"", "a", "1", " ", "、", "。", "「", "・", "×", "한", "ไ", "д",
                                "ㄅ", "○", "〜", "\u0301", "\uFFFD", "😀"}) {
    INFO(character);
    CHECK_FALSE(has_cjk(character));
  }
}
