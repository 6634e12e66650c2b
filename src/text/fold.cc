// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "text/char_class.h"
#include "text/kana.h"
#include "text/kanji.h"
#include "text/nfc.h"

// F is a list of steps, repeated until none changes anything: 人 々 must lose its space before 々
// can repeat 人. Each step is skipped if no character of the text is of the classes it acts on, so
// that plain text costs one look at each character.
namespace ficsearch::text {
namespace {

constexpr int kMaxRounds = 4;
constexpr char32_t kCensorRing = U'〇';
constexpr char32_t kMacron = 0x0304;

constexpr bool is_ideographic_mark(char32_t c) noexcept {
  return c == U'々' || c == U'〻';
}

// The first mark of a run is at `first`, one past its last at `end`. 馬鹿々々 repeats both kanji,
// 人々 the only one.
void repeat_kanji(TrackedText& text, std::size_t first, std::size_t end) {
  const std::size_t count = end - first;
  const auto is_kanji_at = [&](const TrackedChar& c) { return is_kanji(c.code_point); };
  const bool all_kanji =
      count <= first && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first - count),
                                    text.begin() + static_cast<std::ptrdiff_t>(first), is_kanji_at);
  const std::size_t distance = all_kanji ? count : 1;
  if (first < distance || !is_kanji(text[first - distance].code_point)) return;
  for (std::size_t i = first; i < end; ++i) text[i].code_point = text[i - distance].code_point;
}

void expand_iteration_marks(TrackedText& text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    char32_t& mark = text[i].code_point;
    const char32_t left = text[i - 1].code_point;
    if (is_ideographic_mark(mark)) {
      std::size_t end = i + 1;
      while (end < text.size() && is_ideographic_mark(text[end].code_point)) ++end;
      repeat_kanji(text, i, end);
      i = end - 1;
    } else if (is_kana_letter(left) && (mark == U'ゝ' || mark == U'ヽ')) {
      mark = without_voicing(left);
    } else if (is_kana_letter(left) && (mark == U'ゞ' || mark == U'ヾ')) {
      mark = with_voicing(without_voicing(left));
    }
  }
}

// 関ケ原 and 二カ国 are written with full-size katakana, but mean ヶ and ヵ.
void shrink_counter_katakana(TrackedText& text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    char32_t& c = text[i].code_point;
    const char32_t left = text[i - 1].code_point;
    if (!is_kanji(text[i + 1].code_point)) continue;
    if (c == U'ケ' && is_kanji(left)) c = U'ヶ';
    if (c == U'カ' && is_numeral(left)) c = U'ヵ';
  }
}

// Whether the only waves are a pair around a subtitle, as in 題名〜副題だよ〜.
bool has_subtitle_waves(const TrackedText& text) {
  constexpr std::ptrdiff_t kShortestSubtitle = 4;
  const auto is_wave_at = [](const TrackedChar& c) { return is_wave(c.code_point); };
  if (std::count_if(text.begin(), text.end(), is_wave_at) != 2) return false;
  const auto first = std::find_if(text.begin(), text.end(), is_wave_at);
  const auto last = text.end() - 1;
  return is_wave_at(*last) && last - first > kShortestSubtitle;
}

// ラ-メン and スパイダ- are typed with a hyphen for want of a long mark.
bool hyphen_is_long_mark(const TrackedText& text, std::size_t i) {
  if (i == 0) return false;
  const char32_t left = text[i - 1].code_point;
  return is_katakana_letter(left) && can_be_lengthened(left) &&
         (i + 1 == text.size() || is_katakana_letter(text[i + 1].code_point));
}

// Every long mark, wave and hyphen becomes a long mark (runs of them one) or a separator.
void unify_dashes(TrackedText& text) {
  const bool waves_are_separators = has_subtitle_waves(text);
  TrackedText unified;
  unified.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const TrackedChar& c = text[i];
    const char32_t left = unified.empty() ? U' ' : unified.back().code_point;
    const bool follows_kana = can_be_lengthened(left) || left == kLongMark;
    bool is_long = false;
    if (c.code_point == kLongMark) {
      is_long = follows_kana;
    } else if (is_wave(c.code_point)) {
      is_long = follows_kana && !waves_are_separators;
    } else if (is_hyphen(c.code_point)) {
      is_long = hyphen_is_long_mark(text, i);
    } else {
      unified.push_back(c);
      continue;
    }
    if (is_long && left == kLongMark)
      unified.back().end = c.end;
    else
      unified.push_back({is_long ? kLongMark : U' ', c.begin, c.end});
  }
  text = std::move(unified);
}

// Katakana become hiragana; a small vowel that only draws out the vowel before it becomes
// full-size: ざまぁ is ざまあ, but ふぁ is one syllable.
void fold_kana(TrackedText& text) {
  constexpr std::u32string_view kVaRow =
      U"ぁぃぇぉ";  // of ヷ ヸ ヹ ヺ, which are ゔ and one of these
  TrackedText folded;
  folded.reserve(text.size() + 4);
  for (const TrackedChar& c : text) {
    if (c.code_point >= U'ヷ' && c.code_point <= U'ヺ') {
      folded.push_back({U'ゔ', c.begin, c.end});
      folded.push_back({kVaRow[c.code_point - U'ヷ'], c.begin, c.end});
      continue;
    }
    char32_t kana = to_hiragana(c.code_point);
    const bool is_small_vowel = kana >= U'ぁ' && kana <= U'ぉ' && (kana - U'ぁ') % 2 == 0;
    if (is_small_vowel && !folded.empty() && vowel_of(folded.back().code_point) == vowel_of(kana))
      ++kana;
    folded.push_back({kana, c.begin, c.end});
  }
  text = std::move(folded);
}

void fold_kanji(TrackedText& text) {
  for (TrackedChar& c : text) c.code_point = usual_kanji(c.code_point);
}

bool is_latin(char32_t c) noexcept {
  if (c < 0x80) return u_isalpha(static_cast<UChar32>(c)) != 0;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_LATIN;
}

bool is_mark(char32_t c) noexcept {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

// Letters whose mark is no combining one.
std::u32string_view plain_latin(char32_t c) noexcept {
  switch (c) {
    case U'ø':
      return U"o";
    case U'ł':
      return U"l";
    case U'đ':
      return U"d";
    case U'æ':
      return U"ae";
    case U'œ':
      return U"oe";
    default:
      return {};
  }
}

// Appends letters and marks one by one and drops the marks of Latin letters, save the macron of a
// romanized long vowel: shōjo is not shojo.
class LatinMarkStripper {
 public:
  explicit LatinMarkStripper(TrackedText& out) : out_(out) {}

  void add(const TrackedChar& c) {
    if (is_mark(c.code_point)) {
      const bool is_long_vowel = c.code_point == kMacron && is_vowel(base_);
      if (!is_latin(base_) || is_long_vowel) out_.push_back(c);
      return;
    }
    base_ = c.code_point;
    const std::u32string_view plain = plain_latin(base_);
    if (plain.empty()) out_.push_back(c);
    for (const char32_t letter : plain) out_.push_back({letter, c.begin, c.end});
  }

 private:
  static bool is_vowel(char32_t c) noexcept {
    return std::u32string_view(U"aiueo").find(c) != std::u32string_view::npos;
  }

  TrackedText& out_;
  char32_t base_ = U' ';
};

void strip_latin_marks(TrackedText& text) {
  TrackedText stripped;
  stripped.reserve(text.size());
  LatinMarkStripper stripper(stripped);
  for (const TrackedChar& c : text) {
    icu::UnicodeString parts;
    if (c.code_point < 0x80 || !is_latin(c.code_point) ||
        !nfc().getDecomposition(static_cast<UChar32>(c.code_point), parts)) {
      stripper.add(c);
      continue;
    }
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
      stripper.add({static_cast<char32_t>(parts.char32At(i)), c.begin, c.end});
  }
  text = std::move(stripped);
}

// Crosses become ×, and so does an x that stands alone between two words. Spaces around × and the
// other relations need no rule: separators survive only between words.
void unify_crosses(TrackedText& text) {
  const auto is_word = [&](std::size_t i) {
    const char32_t c = text[i].code_point;
    return is_cjk(c) || is_spaced_word(c);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t& c = text[i].code_point;
    const bool stands_alone = c == U'x' && i >= 2 && i + 2 < text.size() &&
                              text[i - 1].code_point == U' ' && text[i + 1].code_point == U' ' &&
                              is_word(i - 2) && is_word(i + 2);
    if (is_cross(c) || stands_alone) c = U'×';
  }
}

enum class Punctuation { kept, gone, separator };

constexpr bool is_relation(char32_t c) noexcept {
  return c == U'/' || c == U'&' || c == U'×' || c == U'+' || c == U'#';
}

constexpr bool is_ring(char32_t c) noexcept {
  return c == 0x25CB || c == 0x25EF || c == 0x25CF || c == 0x25CE;
}

// Whether both neighbours of character `i` are of the general categories `mask`.
bool is_between(const TrackedText& text, std::size_t i, std::uint32_t mask) {
  const auto is_of = [&](std::size_t at) {
    return (U_MASK(u_charType(static_cast<UChar32>(text[at].code_point))) & mask) != 0;
  };
  return i > 0 && i + 1 < text.size() && is_of(i - 1) && is_of(i + 1);
}

Punctuation judge(const TrackedText& text, std::size_t i) {
  const char32_t c = text[i].code_point;
  if (!(classes_of(c) & kPunctuation) || is_relation(c) || is_ring(c)) return Punctuation::kept;
  if (is_apostrophe(c)) return Punctuation::gone;
  if (c == U'.') return is_between(text, i, U_GC_ND_MASK) ? Punctuation::kept : Punctuation::gone;
  if (c == U'*' && is_between(text, i, U_GC_L_MASK)) return Punctuation::kept;
  const auto category = U_MASK(u_charType(static_cast<UChar32>(c)));
  return category & U_GC_S_MASK ? Punctuation::gone : Punctuation::separator;
}

// Decoration goes; separators become one space between two words of a script that has spaces, and
// go elsewhere: "the rapist" is not "therapist", but 魔法 少女 is 魔法少女.
void drop_punctuation(TrackedText& text) {
  TrackedText words;
  words.reserve(text.size());
  TrackedChar separator{};  // the separators since the last character kept, as one space
  for (std::size_t i = 0; i < text.size(); ++i) {
    TrackedChar c = text[i];
    const Punctuation verdict = judge(text, i);
    if (verdict == Punctuation::gone) continue;
    if (verdict == Punctuation::separator) {
      separator = {U' ', separator.code_point ? separator.begin : c.begin, c.end};
      continue;
    }
    if (is_ring(c.code_point)) c.code_point = kCensorRing;
    if (separator.code_point && !words.empty() && is_spaced_word(words.back().code_point) &&
        is_spaced_word(c.code_point))
      words.push_back(separator);
    separator = {};
    words.push_back(c);
  }
  text = std::move(words);
}

// 一ヶ月, 一けヵ月 and 一箇月 are 一か月; 関ヶ原 is 関が原.
void fold_counters(TrackedText& text) {
  constexpr std::u32string_view kSpellings = U"ゕゖかけ箇";
  constexpr std::u32string_view kCounted = U"月所国年条村";
  const auto holds = [](std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
  };
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    char32_t& c = text[i].code_point;
    if (!holds(kSpellings, c)) continue;
    const char32_t left = text[i - 1].code_point;
    const char32_t right = text[i + 1].code_point;
    if (is_numeral(left) && holds(kCounted, right))
      c = U'か';
    else if (c == U'ゖ' && is_kanji(left) && is_kanji(right))
      c = U'が';
  }
}

void compose(TrackedText& text) {
  TrackedText composed;
  composed.reserve(text.size());
  append_normalized(nfc(), text, 0, text.size(), composed);
  text = std::move(composed);
}

void drop_orphaned_long_marks(TrackedText& text) {
  char32_t left = U' ';
  std::erase_if(text, [&](const TrackedChar& c) {
    if (c.code_point == kLongMark && !can_be_lengthened(left)) return true;
    left = c.code_point;
    return false;
  });
}

struct Step {
  void (*apply)(TrackedText&);
  CharClasses acts_on;  // classes of the text as the round found it
};

constexpr std::array kSteps{
    Step{expand_iteration_marks, kIterationMark},
    Step{shrink_counter_katakana, kCounterKatakana},
    Step{unify_dashes, kDash},
    Step{fold_kana, kKana},
    Step{fold_kanji, kKanji},
    Step{strip_latin_marks, kLatinMark},
    Step{unify_crosses, kCross},
    Step{drop_punctuation, kPunctuation | kDash},
    Step{fold_counters, kCounter},
    Step{compose, kLatinMark | kCombining},
    Step{drop_orphaned_long_marks, kDash},
};

CharClasses classes_in(const TrackedText& text) {
  CharClasses classes = 0;
  for (const TrackedChar& c : text) classes |= classes_of(c.code_point);
  return classes;
}

}  // namespace

TrackedText fold_of(TrackedText surface) {
  TrackedText text = surface;
  for (int round = 0; round < kMaxRounds; ++round) {
    const CharClasses classes = classes_in(text);
    if (classes == 0) break;
    const TrackedText before = text;
    for (const Step& step : kSteps)
      if (step.acts_on & classes) step.apply(text);
    if (same_spelling(before, text)) break;
  }
  // Only decoration: the text itself is the key.
  return text.empty() ? surface : text;
}

}  // namespace ficsearch::text
