// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::text {

// Y, the reading key: equal for kana texts that sound the same, which may be different words.
//
// For kana, and the Latin letters and digits among it. A text with kanji has no reading of its own:
// its kanji stay in the key, which then says nothing; ask has_kanji first, and take the reading
// from the registry or from reading_of (text/reading_of.h). Pure; reading_key(reading_key(x)) ==
// reading_key(x). Input is well-formed UTF-8.
std::string reading_key(std::string_view kana);

// Whether any kanji stands in `utf8`.
bool has_kanji(std::string_view utf8) noexcept;

}  // namespace ficsearch::text
