// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace ficsearch::tags {

// A katakana word of EDICT, over all its entries.
struct KatakanaWord {
  std::set<std::string> glosses;  // in lower case, without what stands in parentheses
  std::size_t entries = 0;
};

// The words that EDICT (its old format, as UTF-8) writes in katakana alone, without ・.
std::map<std::string, KatakanaWord, std::less<>> edict_katakana(std::string_view edict);

}  // namespace ficsearch::tags
