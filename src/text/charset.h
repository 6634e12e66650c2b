// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::text {

// The UTF-8 form of Shift_JIS text, as Windows reads it (code page 932). Nothing is replaced or
// guessed. Throws Error: `bad_encoding`, with the offset of the first byte that is not Shift_JIS;
// `io` if ICU lacks the table.
std::string utf8_of_shift_jis(std::string_view bytes);

// The UTF-8 form of text in `charset`, a name as web pages and e-mails give it, in any case
// ("EUC-JP", "windows-1252"; "ISO-8859-1" is read as windows-1252, as browsers do). Nothing is
// replaced: UTF-8 is only checked. Throws Error: `bad_encoding`, for a charset that ICU does not
// know, or with the offset of the first byte that does not belong to it.
std::string utf8_of(std::string_view bytes, const std::string& charset);

// Whether utf8_of knows `charset`.
bool is_known_charset(const std::string& charset);

}  // namespace ficsearch::text
