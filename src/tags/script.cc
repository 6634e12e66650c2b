// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/script.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace ficsearch::tags {
namespace {

constexpr std::array kAllScripts{
    SpellingScript::latin,  SpellingScript::hiragana, SpellingScript::katakana,
    SpellingScript::kana,   SpellingScript::kanji,    SpellingScript::mixed,
    SpellingScript::hangul, SpellingScript::cyrillic, SpellingScript::other,
};

// What one character is; a text is the set of what its characters are.
enum Letter : unsigned {
  kMark = 0,
  kLatin = 1U << 0,
  kDigit = 1U << 1,
  kHiragana = 1U << 2,
  kKatakana = 1U << 3,
  kKanji = 1U << 4,
  kHangul = 1U << 5,
  kCyrillic = 1U << 6,
  kOther = 1U << 7,
};

struct Range {
  char32_t first;
  char32_t last;
  Letter letter;
};

// Sorted. What no range names is kOther, so an unforeseen script is never taken for a known one.
constexpr std::array kRanges{
    Range{0x0000, 0x002F, kMark},     Range{0x0030, 0x0039, kDigit},
    Range{0x003A, 0x0040, kMark},     Range{0x0041, 0x005A, kLatin},
    Range{0x005B, 0x0060, kMark},     Range{0x0061, 0x007A, kLatin},
    Range{0x007B, 0x00A9, kMark},     Range{0x00AA, 0x00AA, kLatin},
    Range{0x00AB, 0x00B9, kMark},     Range{0x00BA, 0x00BA, kLatin},
    Range{0x00BB, 0x00BF, kMark},     Range{0x00C0, 0x00D6, kLatin},
    Range{0x00D7, 0x00D7, kMark},     Range{0x00D8, 0x00F6, kLatin},
    Range{0x00F7, 0x00F7, kMark},     Range{0x00F8, 0x02B8, kLatin},
    Range{0x02B9, 0x036F, kMark},     Range{0x0400, 0x052F, kCyrillic},
    Range{0x1100, 0x11FF, kHangul},   Range{0x1C80, 0x1C8F, kCyrillic},
    Range{0x1E00, 0x1EFF, kLatin},    Range{0x2000, 0x2BFF, kMark},
    Range{0x2E00, 0x2E7F, kMark},     Range{0x2E80, 0x2FDF, kKanji},
    Range{0x3000, 0x3004, kMark},     Range{0x3005, 0x3007, kKanji},
    Range{0x3008, 0x3020, kMark},     Range{0x3021, 0x3029, kKanji},
    Range{0x302A, 0x3030, kMark},     Range{0x3031, 0x3035, kHiragana},
    Range{0x3036, 0x3037, kMark},     Range{0x3038, 0x303B, kKanji},
    Range{0x303C, 0x3040, kMark},     Range{0x3041, 0x3096, kHiragana},
    Range{0x3099, 0x309C, kMark},     Range{0x309D, 0x309F, kHiragana},
    Range{0x30A0, 0x30A0, kMark},     Range{0x30A1, 0x30FA, kKatakana},
    Range{0x30FB, 0x30FC, kMark},     Range{0x30FD, 0x30FF, kKatakana},
    Range{0x3130, 0x318F, kHangul},   Range{0x31F0, 0x31FF, kKatakana},
    Range{0x3400, 0x4DBF, kKanji},    Range{0x4E00, 0x9FFF, kKanji},
    Range{0xA960, 0xA97F, kHangul},   Range{0xAC00, 0xD7FF, kHangul},
    Range{0xF900, 0xFAFF, kKanji},    Range{0xFE00, 0xFE0F, kMark},
    Range{0xFE30, 0xFE6F, kMark},     Range{0xFF00, 0xFF0F, kMark},
    Range{0xFF10, 0xFF19, kDigit},    Range{0xFF1A, 0xFF20, kMark},
    Range{0xFF21, 0xFF3A, kLatin},    Range{0xFF3B, 0xFF40, kMark},
    Range{0xFF41, 0xFF5A, kLatin},    Range{0xFF5B, 0xFF65, kMark},
    Range{0xFF66, 0xFF6F, kKatakana}, Range{0xFF70, 0xFF70, kMark},
    Range{0xFF71, 0xFF9D, kKatakana}, Range{0xFF9E, 0xFF9F, kMark},
    Range{0xFFA0, 0xFFDC, kHangul},   Range{0xFFE0, 0xFFEF, kMark},
    Range{0x1F000, 0x1FAFF, kMark},   Range{0x20000, 0x323AF, kKanji},
    Range{0xE0000, 0xE01EF, kMark},
};

Letter letter_of(char32_t c) noexcept {
  const auto* range = std::lower_bound(kRanges.begin(), kRanges.end(), c,
                                       [](const Range& r, char32_t x) { return r.last < x; });
  return range != kRanges.end() && c >= range->first ? range->letter : kOther;
}

}  // namespace

SpellingScript script_of(std::string_view utf8) noexcept {
  unsigned letters = 0;
  for (std::size_t offset = 0; offset < utf8.size();)
    letters |= letter_of(base::next_code_point(utf8, offset));
  if ((letters & (kHangul | kCyrillic | kOther)) != 0) {
    const unsigned scripts = letters & ~unsigned{kDigit};
    if (scripts == kHangul) return SpellingScript::hangul;
    if (scripts == kCyrillic) return SpellingScript::cyrillic;
    return SpellingScript::other;
  }
  switch (letters) {
    case kMark:
      return SpellingScript::other;
    case kLatin:
    case kDigit:
    case kLatin | kDigit:
      return SpellingScript::latin;
    case kHiragana:
      return SpellingScript::hiragana;
    case kKatakana:
      return SpellingScript::katakana;
    case kHiragana | kKatakana:
      return SpellingScript::kana;
    case kKanji:
      return SpellingScript::kanji;
    default:
      return SpellingScript::mixed;
  }
}

std::string_view to_string(SpellingScript script) noexcept {
  switch (script) {
    case SpellingScript::latin:
      return "latin";
    case SpellingScript::hiragana:
      return "hiragana";
    case SpellingScript::katakana:
      return "katakana";
    case SpellingScript::kana:
      return "kana";
    case SpellingScript::kanji:
      return "kanji";
    case SpellingScript::mixed:
      return "mixed";
    case SpellingScript::hangul:
      return "hangul";
    case SpellingScript::cyrillic:
      return "cyrillic";
    case SpellingScript::other:
      return "other";
  }
  return "unknown";
}

std::optional<SpellingScript> find_script(std::string_view name) noexcept {
  for (const SpellingScript script : kAllScripts)
    if (name == to_string(script)) return script;
  return std::nullopt;
}

}  // namespace ficsearch::tags
