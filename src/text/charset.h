// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::text {

// The UTF-8 form of Shift_JIS text, as Windows reads it (code page 932). Nothing is replaced or
// guessed. Throws Error: `bad_encoding`, with the offset of the first byte that is not Shift_JIS;
// `io` if ICU lacks the table.
std::string utf8_of_shift_jis(std::string_view bytes);

}  // namespace ficsearch::text
