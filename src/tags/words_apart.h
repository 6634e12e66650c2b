// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/edict_words.h"
#include "text/reading_table.h"

namespace ficsearch::tags {

// Katakana words of EDICT (its old format, as UTF-8) -> the others that share their kana variant
// key (tags/kana_variant_key.h) and no meaning: ウェディングベル, a bell, and ウェディングベール, a
// veil. Both as surface keys without ・.
text::WordReadings words_apart(std::string_view edict);

// Those from which a word is kept apart; none of most words.
std::vector<std::string> kept_apart_from(const text::ReadingTable& table,
                                         std::string_view surface_key);

// The table that is installed with ficsearch, read once; empty if it was built without EDICT.
// Throws Error(`io`) if it is missing.
const text::ReadingTable& installed_words_apart();

}  // namespace ficsearch::tags
