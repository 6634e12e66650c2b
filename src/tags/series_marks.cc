// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/series_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace ficsearch::tags {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Punctuation and symbols as they are in a surface key: width and compatibility forms are folded.
// Not the cross, since folding keeps it and makes it of an x.
constexpr std::array kMarks{
    Range{0x0021, 0x002F}, Range{0x003A, 0x0040},   Range{0x005B, 0x0060}, Range{0x007B, 0x007E},
    Range{0x00A1, 0x00BF}, Range{0x00F7, 0x00F7},   Range{0x2010, 0x2BFF}, Range{0x3001, 0x3004},
    Range{0x3008, 0x3020}, Range{0x1F300, 0x1FAFF},
};

// Writing habits, not meaning: - . , _ / ‐ to ― • … ‧ − ● 、 。 〜 and the like.
constexpr std::array kSeparators{
    Range{0x002C, 0x002F}, Range{0x005F, 0x005F}, Range{0x007E, 0x007E}, Range{0x00AD, 0x00AD},
    Range{0x00B7, 0x00B7}, Range{0x2010, 0x2015}, Range{0x2022, 0x2022}, Range{0x2024, 0x2027},
    Range{0x2043, 0x2043}, Range{0x2212, 0x2212}, Range{0x2500, 0x2501}, Range{0x3001, 0x3002},
    Range{0x301C, 0x301C},
};

template <std::size_t n>
bool holds(const std::array<Range, n>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& r) { return r.first <= c && c <= r.last; });
}

bool joins_within(char32_t c) {
  return c == U'\'' || c == U'\u2018' || c == U'\u2019' || c == U':';
}

}  // namespace

std::string series_marks(std::string_view surface_key) {
  std::string marks;
  for (std::size_t offset = 0; offset < surface_key.size();) {
    const char32_t c = base::next_code_point(surface_key, offset);
    if (!holds(kMarks, c) || holds(kSeparators, c)) continue;
    if (joins_within(c) && offset < surface_key.size()) continue;
    base::append_code_point(marks, c);
  }
  return marks;
}

}  // namespace ficsearch::tags
