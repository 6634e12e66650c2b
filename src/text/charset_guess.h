// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ficsearch::text {

// The charset that the text is most likely in, by its byte order mark, by being UTF-8 but for a few
// bytes, or by what its bytes are like; a name for utf8_of. The end of `bytes` may cut a character
// of UTF-8. nullopt if nothing is likely. A guess: what a source declares is better.
std::optional<std::string> guess_charset(std::string_view bytes);

// Shift_JIS or EUC-JP, if the text, guessed to be in `charset`, may as well be that: it is
// well-formed in it, has a character of several bytes, and what speaks for the guess is little. No
// byte of a charset with one byte a character is ill-formed, so nothing speaks for those; of others
// a sentence does. Empty if the guess stands. The end of `bytes` may cut a line.
std::string japanese_reading(std::string_view bytes, std::string_view charset);

}  // namespace ficsearch::text
