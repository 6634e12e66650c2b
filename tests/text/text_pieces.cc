// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text_pieces.h"

#include <utility>

#include "base/utf8.h"

namespace ficsearch::test {
namespace {

std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

// Kana of both scripts and widths, marks that join, repeat or lengthen them, kanji of several
// planes and forms, Latin and its marks, numerals, relations, separators, decoration, emoji,
// scripts without spaces, and what is invisible or damaged.
const std::vector<std::string> kPieces{
    "あ",   "い", "か",     "が",     "っ",     "ん",     "ァ",     "ト",          "ヴ",
    "ヶ",   "ｶ",  "ﾞ",      "ﾊﾟ",     "゛",     "ー",     "〜",     "～",          "-",
    "々",   "ゝ", "ゞ",     "〇",     "○",      "寝",     "取",     "られ",        "り",
    "らせ", "龍", "亞",     "𠮟",     "𠀋",     "神",     "㍿",     "㍍",          "㋀",
    "a",    "Ｂ", "ﬁ",      "é",      "ß",      "ō",      "x",      " ",           "\n",
    "　",   "1",  "２",     ".",      "'",      "・",     "、",     "。",          "!",
    "「",   "】", "/",      "&",      "×",      "☆",      "❤",      "👩‍👧", "한국",
    "ไทย",  "да", "\u0301", "\u3099", "\u200B", "\uFE0F", "\u00AD", "\uFFFD",      "\U000E0100"};

rc::Gen<std::string> code_point() {
  return rc::gen::map(rc::gen::suchThat(rc::gen::inRange<std::uint32_t>(1, 0x110000),
                                        [](std::uint32_t c) { return c < 0xD800 || c > 0xDFFF; }),
                      [](std::uint32_t c) {
                        std::string text;
                        base::append_code_point(text, c);
                        return text;
                      });
}

}  // namespace

rc::Gen<std::string> text_of_pieces(std::vector<std::string> pieces) {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::move(pieces))), joined);
}

rc::Gen<std::string> any_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::weightedOneOf<std::string>(
          {{9, rc::gen::elementOf(kPieces)}, {1, code_point()}})),
      joined);
}

}  // namespace ficsearch::test
