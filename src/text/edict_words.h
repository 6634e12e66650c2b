// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::text {

// Surface -> its readings in katakana, best first.
using WordReadings = std::map<std::string, std::vector<std::string>, std::less<>>;

// The readings that EDICT (its old format, as UTF-8) has for words with kanji and otherwise nothing
// but kana, common readings before rare ones, irregular and outdated ones last.
//
// Words are also given as they are written without some okurigana, if EDICT has no other word of
// that form: 掛け声 gives 掛声, and the verb 取り潰す gives 取潰, read without its ending.
WordReadings edict_words(std::string_view edict);

// The same without irregular and outdated forms, and without those that EDICT does not list.
WordReadings usual_edict_words(std::string_view edict);

// One line a surface, sorted by bytes: the surface, a tab, its readings with spaces between.
std::string to_table(const WordReadings& words);

}  // namespace ficsearch::text
