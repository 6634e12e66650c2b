// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/keys.h"

namespace ficsearch::text {

// A code point on its way through the normalizer, with the bytes of the source that it was made
// from. What one source character expands to shares its range; what several compose to has the
// range of all. So every step keeps the map to the source right by copying ranges.
struct TrackedChar {
  char32_t code_point;
  std::uint32_t begin;
  std::uint32_t end;
};

// Ranges are ordered; two neighbours have the same range or disjoint ones.
using TrackedText = std::vector<TrackedChar>;

// The characters of well-formed `utf8`, each with its own bytes.
TrackedText track(std::string_view utf8);

std::string to_utf8(const TrackedText& text);

// The key that `text` spells, and its runs over `source`.
MappedKey to_mapped_key(const TrackedText& text, std::string_view source);

// Whether both spell the same, wherever it comes from.
bool same_spelling(const TrackedText& a, const TrackedText& b) noexcept;

}  // namespace ficsearch::text
