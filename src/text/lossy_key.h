// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::text {

// L, the lossy key of a reading key (text/reading_key.h) or, for Latin text, of a folded key: also
// equal when only the length of vowels differs, as between おばさん and おばあさん. For
// suggestions; it never decides what a tag means. lossy_key(lossy_key(x)) == lossy_key(x).
std::string lossy_key(std::string_view key);

// All lossy keys of what somebody typed: those of its candidates as romaji (text/romaji.h) or kana,
// and, if it has no kana, that of its folded key. Each once, sorted.
std::vector<std::string> lossy_keys(std::string_view typed);

}  // namespace ficsearch::text
