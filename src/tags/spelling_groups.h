// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "tags/script.h"

namespace ficsearch::tags {

// The keys under which a concept lists its spellings in TOML, in the order in which they are
// written.
inline constexpr std::array<std::string_view, 7> kSpellingGroups{
    "latin", "hiragana", "katakana", "kana", "kanji", "mixed", "other"};

// The group under which a spelling belongs: scripts without a group of their own are `other`.
inline std::string_view spelling_group_of(std::string_view spelling) noexcept {
  const std::string_view script = to_string(script_of(spelling));
  const bool has_group =
      std::find(kSpellingGroups.begin(), kSpellingGroups.end(), script) != kSpellingGroups.end();
  return has_group ? script : "other";
}

}  // namespace ficsearch::tags
