// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/borders.h"

#include <algorithm>
#include <cstdint>

#include "text/break_iterators.h"

namespace ficsearch::text {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80;
}

std::size_t as_offset(std::int32_t border) {
  return static_cast<std::size_t>(border);
}

}  // namespace

std::size_t grapheme_floor(std::string_view utf8, std::size_t offset) {
  if (offset >= utf8.size()) return utf8.size();
  while (is_continuation(utf8[offset])) --offset;
  const auto breaks = grapheme_breaks();
  Utf8Text text;
  text.give(utf8, *breaks);
  const auto start = static_cast<std::int32_t>(offset);
  return breaks->isBoundary(start) ? offset : as_offset(breaks->preceding(start));
}

std::size_t grapheme_ceil(std::string_view utf8, std::size_t offset) {
  if (offset == 0) return 0;
  if (offset >= utf8.size()) return utf8.size();
  const auto breaks = grapheme_breaks();
  Utf8Text text;
  text.give(utf8, *breaks);
  return as_offset(breaks->following(static_cast<std::int32_t>(offset - 1)));
}

std::pair<std::size_t, std::size_t> sentence_around(std::string_view utf8, std::size_t offset) {
  if (utf8.empty()) return {0, 0};
  const auto breaks = sentence_breaks();
  Utf8Text text;
  text.give(utf8, *breaks);
  const auto inside = static_cast<std::int32_t>(std::min(offset, utf8.size() - 1));
  const std::size_t end = as_offset(breaks->following(inside));
  return {as_offset(breaks->previous()), end};
}

}  // namespace ficsearch::text
