// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal makes of text. Everything here takes ill-formed bytes as U+FFFD, one for each
// maximal subpart: file names and arguments come as they are, and some terminals obey a bare byte
// 0x9B.
#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "ficsearch/text.h"
#include "text/break_iterators.h"

namespace ficsearch {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kEmojiPresentation = 0xFE0F;
constexpr std::string_view kEllipsis = "…";

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

// Columns of a character by itself. Ambiguous ones are narrow, as outside of old East Asian fonts.
std::size_t columns_of(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto category_mask = U_GET_GC_MASK(c);
  if (category_mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CC_MASK | U_GC_CF_MASK)) return 0;
  // Vowels and final consonants join the syllable before them.
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Columns of one grapheme. An emoji sequence is a single picture however many parts it has.
std::size_t columns_of_grapheme(std::string_view grapheme) {
  std::size_t columns = 0;
  bool is_picture = false;
  for (std::size_t offset = 0; offset < grapheme.size();) {
    const char32_t c = base::next_or_replacement(grapheme, offset);
    columns += columns_of(c);
    is_picture |= c == kEmojiPresentation || has(c, UCHAR_EMOJI_PRESENTATION);
  }
  return is_picture ? 2 : columns;
}

// Calls take(end, columns) for each grapheme until it answers false.
template <typename Take>
void for_each_grapheme(std::string_view utf8, const Take& take) {
  const auto breaks = text::grapheme_breaks();
  text::Utf8Text text;
  text.give(utf8, *breaks);
  std::size_t begin = 0;
  for (std::int32_t border; (border = breaks->next()) != icu::BreakIterator::DONE;) {
    const auto end = static_cast<std::size_t>(border);
    if (!take(end, columns_of_grapheme(utf8.substr(begin, end - begin)))) return;
    begin = end;
  }
}

bool is_printable_ascii(std::string_view text) {
  for (const char c : text)
    if (c < ' ' || c > '~') return false;
  return true;
}

bool breaks_line(char32_t c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_obeyed(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR || has(c, UCHAR_BIDI_CONTROL);
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  if (is_printable_ascii(utf8)) return utf8.size();
  std::size_t width = 0;
  for_each_grapheme(utf8, [&](std::size_t, std::size_t columns) {
    width += columns;
    return true;
  });
  return width;
}

std::string terminal_safe(std::string_view utf8) {
  std::string safe;
  safe.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();) {
    const std::size_t begin = offset;
    const char32_t c = base::next_or_replacement(utf8, offset);
    if (c == '\r' && utf8.substr(offset).starts_with('\n')) continue;  // one break, one space
    if (breaks_line(c) || c == '\t')
      safe += ' ';
    else if (is_obeyed(c) || c == kReplacement)  // which may stand for ill-formed bytes
      base::append_code_point(safe, kReplacement);
    else
      safe.append(utf8, begin, offset - begin);
  }
  return safe;
}

std::string fit_width(std::string_view utf8, std::size_t columns) {
  if (is_printable_ascii(utf8) && utf8.size() <= columns) return std::string(utf8);
  std::size_t width = 0;
  std::size_t end_before_ellipsis = 0;  // of the prefix that leaves a column free
  for_each_grapheme(utf8, [&](std::size_t end, std::size_t more) {
    width += more;
    if (width < columns) end_before_ellipsis = end;
    return width <= columns;
  });
  if (width <= columns) return std::string(utf8);
  if (columns == 0) return {};
  return std::string(utf8.substr(0, end_before_ellipsis)).append(kEllipsis);
}

}  // namespace ficsearch
