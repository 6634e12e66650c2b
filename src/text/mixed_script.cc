// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/mixed_script.h"

#include <algorithm>

#include "text/code_points.h"
#include "text/kanji.h"
#include "text/keys.h"
#include "text/reading_key.h"

namespace ficsearch::text {
namespace {

bool is_subsequence(std::u32string_view part, std::u32string_view whole) noexcept {
  auto next = part.begin();
  for (const char32_t c : whole)
    if (next != part.end() && *next == c) ++next;
  return next == part.end();
}

}  // namespace

bool same_but_for_kanji(const ReadSpelling& a, const ReadSpelling& b) {
  const std::u32string of_a = kanji_of(a.text);
  const std::u32string of_b = kanji_of(b.text);
  if (of_a.empty() || of_b.empty()) return false;
  return (is_subsequence(of_a, of_b) || is_subsequence(of_b, of_a)) &&
         reading_key(a.reading) == reading_key(b.reading);
}

std::u32string kanji_of(std::string_view utf8) {
  std::u32string kanji = to_code_points(fold_key(utf8));
  std::erase_if(kanji, [](char32_t c) { return !is_kanji(c); });
  return kanji;
}

}  // namespace ficsearch::text
