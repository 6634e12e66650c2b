// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ficsearch::tags {

// What stood between two letters of a text and is gone from its folded key. Bits.
using GapMarks = std::uint16_t;

inline constexpr GapMarks kSpace = 1 << 0;
inline constexpr GapMarks kHyphen = 1 << 1;
inline constexpr GapMarks kColon = 1 << 2;
inline constexpr GapMarks kComma = 1 << 3;
inline constexpr GapMarks kListDot = 1 << 4;  // ・ and slashes
inline constexpr GapMarks kOpening = 1 << 5;  // brackets
inline constexpr GapMarks kClosing = 1 << 6;
inline constexpr GapMarks kBreak = 1 << 7;  // dashes, waves, ornaments: a new thought
inline constexpr GapMarks kSentenceEnd = 1 << 8;
inline constexpr GapMarks kQuestion = 1 << 9;  // beside kSentenceEnd
inline constexpr GapMarks kLineEnd = 1 << 10;

// A letter of a folded key, and where the text has it.
struct MarkedChar {
  char32_t c;
  std::uint32_t begin;  // bytes of the text
  std::uint32_t end;
  GapMarks gap;  // between the letter before and this one

  bool is_letter() const noexcept;  // neither a space nor one of the signs that keys keep
};
using MarkedText = std::vector<MarkedChar>;

// The folded key of well-formed `utf8` with the punctuation that it was written with. `at_end` gets
// the marks behind the last letter. Spaces and signs of the key stay as characters; the marks of a
// letter include theirs.
MarkedText marked_text(std::string_view utf8, GapMarks& at_end);

}  // namespace ficsearch::tags
