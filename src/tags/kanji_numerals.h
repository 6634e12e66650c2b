// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// A surface key with kanji for the digits that count something: those before a kanji, or after 第.
// 3本 gives 三本, 第3子 第三子, 1000円 千円; 学園2 and 3d化 stay as they are. Numbers of up to four
// digits that do not begin with a zero.
std::string with_kanji_numerals(std::string_view surface_key);

// Whether a kanji that stands for a number is in `utf8`.
bool has_kanji_numeral(std::string_view utf8) noexcept;

}  // namespace ficsearch::tags
