// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::text {

// What the reading key of a text can begin with, of which somebody has typed the beginning.
struct TypedPrefixes {
  std::vector<std::string> usual;  // likeliest first
  // Beginnings that more letters could still turn into others: くゎ is か, ゔぁ is ば.
  std::vector<std::string> rare;
};

// The beginnings that typed kana or romaji can mean, in any system. A last consonant stands for all
// its syllables: "netor" for ねとら to ねとろ, "n" for な to の and ん, "kk" for っか to っこ; kana
// with a letter behind it, as an input method leaves it, is read likewise. Nothing for a text with
// kanji, which is never searched by sound, nor for one that cannot be read.
// Pure; input is well-formed UTF-8.
TypedPrefixes typed_prefixes(std::string_view utf8);

}  // namespace ficsearch::text
