// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/search.h"

namespace ficsearch::search {

// Where a page ended, to go on from there after any number of commits.
struct Cursor {
  std::vector<std::string> values;  // of the last hit, by sort key that is a field, as in the slots
  std::vector<std::string> ids;     // of the last hits, the last one last
  std::uint64_t ties = 0;           // how many of these, from the last one back, had its values
  std::uint64_t rank = 0;           // hits before this place, when there were no commits since

  friend bool operator==(const Cursor&, const Cursor&) = default;
};

// Hits whose ids a cursor has. By fields it stays good unless more hits than that had the last
// one's values and all that it names are deleted; by relevance, while one of them matches.
inline constexpr std::size_t kCursorIds = 8;

// Text for URLs, bound to everything in `request` that decides which works match and in what order.
std::string to_text(const Cursor& cursor, const SearchRequest& request);

// Throws Error(`bad_value`) if the text is none that to_text gave, or if it was given for another
// request.
Cursor parse_cursor(std::string_view text, const SearchRequest& request);

}  // namespace ficsearch::search
