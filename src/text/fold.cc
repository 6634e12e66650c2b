// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

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
#include "text/surface.h"

// F is a list of steps, repeated until none changes anything: 人 々 must lose its space before 々
// can repeat 人. A step is skipped if no character of the text is of the classes it acts on, or if
// nothing has changed since it ran last (run twice in a row, each changes nothing). Steps work in
// place, since a copy of a long text costs more than any of them.
namespace ficsearch::text {
namespace {

constexpr int kMaxRounds = 4;
constexpr char32_t kCensorRing = U'〇';
constexpr char32_t kMacron = 0x0304;

constexpr bool is_ideographic_mark(char32_t c) noexcept {
  return c == U'々' || c == U'〻';
}

// Tells whether that is a change.
bool replace(char32_t& c, char32_t by) noexcept {
  const bool changes = c != by;
  c = by;
  return changes;
}

// The first mark of a run is at `first`, one past its last at `end`. 馬鹿々々 repeats both kanji,
// 人々 the only one.
bool repeat_kanji(TrackedText& text, std::size_t first, std::size_t end) {
  const std::size_t count = end - first;
  const auto is_kanji_at = [&](const TrackedChar& c) { return is_kanji(c.code_point); };
  const bool all_kanji =
      count <= first && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first - count),
                                    text.begin() + static_cast<std::ptrdiff_t>(first), is_kanji_at);
  const std::size_t distance = all_kanji ? count : 1;
  if (!is_kanji(text[first - distance].code_point)) return false;
  for (std::size_t i = first; i < end; ++i) text[i].code_point = text[i - distance].code_point;
  return true;
}

bool expand_iteration_marks(TrackedText& text) {
  bool changed = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    char32_t& mark = text[i].code_point;
    const char32_t left = text[i - 1].code_point;
    if (is_ideographic_mark(mark)) {
      std::size_t end = i + 1;
      while (end < text.size() && is_ideographic_mark(text[end].code_point)) ++end;
      changed |= repeat_kanji(text, i, end);
      i = end - 1;
    } else if (is_kana_letter(left) && (mark == U'ゝ' || mark == U'ヽ')) {
      changed |= replace(mark, without_voicing(left));
    } else if (is_kana_letter(left) && (mark == U'ゞ' || mark == U'ヾ')) {
      changed |= replace(mark, with_voicing(without_voicing(left)));
    }
  }
  return changed;
}

// 関ケ原 and 二カ国 are written with full-size katakana, but mean ヶ and ヵ.
bool shrink_counter_katakana(TrackedText& text) {
  bool changed = false;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    char32_t& c = text[i].code_point;
    const char32_t left = text[i - 1].code_point;
    if (!is_kanji(text[i + 1].code_point)) continue;
    if (c == U'ケ' && is_kanji(left)) changed |= replace(c, U'ヶ');
    if (c == U'カ' && is_numeral(left)) changed |= replace(c, U'ヵ');
  }
  return changed;
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

// ラ-メン and スパイダ- are typed with a hyphen for want of a long mark. `left` and `right` are its
// neighbours; at the end of the text, `right` is 0.
bool hyphen_is_long_mark(char32_t left, char32_t right) noexcept {
  return is_katakana_letter(left) && can_be_lengthened(left) &&
         (right == 0 || is_katakana_letter(right));
}

// Every long mark, wave and hyphen becomes a long mark (runs of them one) or a separator.
bool unify_dashes(TrackedText& text) {
  const bool waves_are_separators = has_subtitle_waves(text);
  bool changed = false;
  std::size_t kept = 0;
  char32_t before = U' ';  // the character before, as it was
  for (std::size_t i = 0; i < text.size(); ++i) {
    TrackedChar c = text[i];
    const char32_t original = c.code_point;
    const char32_t left = kept > 0 ? text[kept - 1].code_point : U' ';
    const bool follows_kana = can_be_lengthened(left) || left == kLongMark;
    if (original == kLongMark) {
      c.code_point = follows_kana ? kLongMark : U' ';
    } else if (is_wave(original)) {
      c.code_point = follows_kana && !waves_are_separators ? kLongMark : U' ';
    } else if (is_hyphen(original)) {
      const char32_t right = i + 1 < text.size() ? text[i + 1].code_point : 0;
      c.code_point = hyphen_is_long_mark(before, right) ? kLongMark : U' ';
    }
    if (c.code_point == kLongMark && left == kLongMark)
      text[kept - 1].end = c.end;
    else
      text[kept++] = c;
    changed |= c.code_point != original;
    before = original;
  }
  changed |= kept < text.size();
  text.resize(kept);
  return changed;
}

// ヷ to ヺ have no hiragana of their own, but are ゔ and a small vowel.
void expand_va_row(TrackedText& text) {
  constexpr std::u32string_view kSmallVowels = U"ぁぃぇぉ";
  TrackedText expanded;
  expanded.reserve(text.size() + text.size() / 8);
  for (const TrackedChar& c : text) {
    if (c.code_point >= U'ヷ' && c.code_point <= U'ヺ') {
      expanded.push_back({U'ゔ', c.begin, c.end});
      expanded.push_back({kSmallVowels[c.code_point - U'ヷ'], c.begin, c.end});
    } else {
      expanded.push_back(c);
    }
  }
  text = std::move(expanded);
}

constexpr bool is_small_vowel(char32_t hiragana) noexcept {
  return hiragana >= U'ぁ' && hiragana <= U'ぉ' && (hiragana - U'ぁ') % 2 == 0;
}

// Katakana become hiragana; a small vowel that only draws out the vowel before it becomes
// full-size: ざまぁ is ざまあ, but ふぁ is one syllable.
bool fold_kana(TrackedText& text) {
  bool changed = false;
  bool has_va_row = false;
  char32_t left = U' ';
  for (TrackedChar& c : text) {
    char32_t kana = to_hiragana(c.code_point);
    if (is_small_vowel(kana) && vowel_of(left) == vowel_of(kana)) ++kana;
    changed |= replace(c.code_point, kana);
    has_va_row |= kana >= U'ヷ' && kana <= U'ヺ';
    left = kana;
  }
  if (!has_va_row) return changed;
  expand_va_row(text);
  fold_kana(text);
  return true;
}

bool fold_kanji(TrackedText& text) {
  bool changed = false;
  for (TrackedChar& c : text) changed |= replace(c.code_point, usual_kanji(c.code_point));
  return changed;
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

constexpr bool is_latin_vowel(char32_t c) noexcept {
  return c == U'a' || c == U'i' || c == U'u' || c == U'e' || c == U'o';
}

// Appends characters and drops the marks of Latin letters, save the macron of a romanized long
// vowel: shōjo is not shojo.
class LatinMarkStripper {
 public:
  explicit LatinMarkStripper(TrackedText& out) : out_(out) {}

  void add(const TrackedChar& c) {
    if (c.code_point < 0x80) {
      add_letter(c);
    } else if (is_mark(c.code_point)) {
      add_mark(c);
    } else if (is_latin(c.code_point)) {
      add_decomposed(c);
    } else {
      add_letter(c);
    }
  }

 private:
  void add_letter(const TrackedChar& c) {
    base_ = c.code_point;
    out_.push_back(c);
  }

  void add_mark(const TrackedChar& c) {
    const bool is_long_vowel = c.code_point == kMacron && is_latin_vowel(base_);
    if (!is_latin(base_) || is_long_vowel) out_.push_back(c);
  }

  void add_decomposed(const TrackedChar& c) {
    icu::UnicodeString parts;
    if (!nfc().getDecomposition(static_cast<UChar32>(c.code_point), parts))
      parts = static_cast<UChar32>(c.code_point);
    const auto base = static_cast<char32_t>(parts.char32At(0));
    if (parts.length() == 2 && parts[1] == kMacron && is_latin_vowel(base)) {
      out_.push_back(c);
      base_ = base;
      return;
    }
    const std::u32string_view plain = plain_latin(base);
    if (plain.empty()) add_letter({base, c.begin, c.end});
    for (const char32_t letter : plain) add_letter({letter, c.begin, c.end});
    base_ = base;  // ǣ is an æ with a macron, not an e with one
    for (std::int32_t i = parts.moveIndex32(0, 1); i < parts.length(); ++i)
      add_mark({parts[i], c.begin, c.end});
  }

  TrackedText& out_;
  char32_t base_ = U' ';  // the letter that marks belong to
};

bool strip_latin_marks(TrackedText& text) {
  TrackedText stripped;
  stripped.reserve(text.size() + text.size() / 8);
  LatinMarkStripper stripper(stripped);
  for (const TrackedChar& c : text) stripper.add(c);
  const bool changed = !same_spelling(text, stripped);
  text = std::move(stripped);
  return changed;
}

// Crosses become ×, and so does an x that stands alone between two words. Spaces around × and the
// other relations need no rule: separators survive only between words.
bool unify_crosses(TrackedText& text) {
  bool changed = false;
  const auto is_word = [&](std::size_t i) {
    const char32_t c = text[i].code_point;
    return is_cjk(c) || is_spaced_word(c);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t& c = text[i].code_point;
    const bool stands_alone = c == U'x' && i >= 2 && i + 2 < text.size() &&
                              text[i - 1].code_point == U' ' && text[i + 1].code_point == U' ' &&
                              is_word(i - 2) && is_word(i + 2);
    if (is_cross(c) || stands_alone) changed |= replace(c, U'×');
  }
  return changed;
}

enum class Punctuation { kept, gone, separator };

constexpr bool is_relation(char32_t c) noexcept {
  return c == U'/' || c == U'&' || c == U'×' || c == U'+' || c == U'#';
}

constexpr bool is_ring(char32_t c) noexcept {
  return c == 0x25CB || c == 0x25EF || c == 0x25CF || c == 0x25CE;
}

bool is_of(char32_t c, std::uint32_t categories) noexcept {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & categories) != 0;
}

// Says what becomes of each character, one after the other.
class PunctuationJudge {
 public:
  explicit PunctuationJudge(const TrackedText& text) : text_(text) {}

  Punctuation next(std::size_t i) noexcept {
    const char32_t c = text_[i].code_point;
    const Punctuation verdict = classes_of(c) & kPunctuation ? judge(c, i) : Punctuation::kept;
    left_ = c;
    return verdict;
  }

 private:
  Punctuation judge(char32_t c, std::size_t i) const noexcept {
    if (c == U' ') return Punctuation::separator;
    if (is_relation(c) || is_ring(c)) return Punctuation::kept;
    if (is_apostrophe(c)) return Punctuation::gone;
    if (c == U'.') return is_between(i, U_GC_ND_MASK) ? Punctuation::kept : Punctuation::gone;
    if (c == U'*' && is_between(i, U_GC_L_MASK)) return Punctuation::kept;
    return is_of(c, U_GC_S_MASK) ? Punctuation::gone : Punctuation::separator;
  }

  // Whether both neighbours of the character are of the general categories.
  bool is_between(std::size_t i, std::uint32_t categories) const noexcept {
    if (i == 0 || i + 1 == text_.size()) return false;
    const char32_t right = text_[i + 1].code_point;
    // One apostrophe counts as a letter in Unicode, but goes like the others.
    return is_of(left_, categories) && is_of(right, categories) && !is_apostrophe(left_) &&
           !is_apostrophe(right);
  }

  const TrackedText& text_;
  char32_t left_ = U' ';  // the character before, which may be overwritten by now
};

// Decoration goes; separators become one space between two words of a script that has spaces, and
// go elsewhere: "the rapist" is not "therapist", but 魔法 少女 is 魔法少女.
bool drop_punctuation(TrackedText& text) {
  // Judged as the text was found: what is kept is written over what has been judged.
  PunctuationJudge judge(text);
  bool changed = false;
  std::size_t kept = 0;
  TrackedChar separator{};  // the separators since the last character kept, as one space
  for (std::size_t i = 0; i < text.size(); ++i) {
    TrackedChar c = text[i];
    const Punctuation verdict = judge.next(i);
    if (verdict == Punctuation::gone) {
      changed = true;
      continue;
    }
    if (verdict == Punctuation::separator) {
      changed |= c.code_point != U' ' || separator.code_point != 0;
      separator = {U' ', separator.code_point ? separator.begin : c.begin, c.end};
      continue;
    }
    if (is_ring(c.code_point)) changed |= replace(c.code_point, kCensorRing);
    if (separator.code_point) {
      if (kept > 0 && is_spaced_word(text[kept - 1].code_point) && is_spaced_word(c.code_point))
        text[kept++] = separator;
      else
        changed = true;
      separator = {};
    }
    text[kept++] = c;
  }
  changed |= separator.code_point != 0;
  text.resize(kept);
  return changed;
}

// 一ヶ月, 一けヵ月 and 一箇月 are 一か月; 関ヶ原 is 関が原.
bool fold_counters(TrackedText& text) {
  bool changed = false;
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
      changed |= replace(c, U'か');
    else if (c == U'ゖ' && is_kanji(left) && is_kanji(right))
      changed |= replace(c, U'が');
  }
  return changed;
}

bool may_combine(const TrackedChar& c) noexcept {
  return (classes_of(c.code_point) & kCombining) != 0;
}

// NFC, of the stretches that hold something to compose.
bool compose(TrackedText& text) {
  if (std::none_of(text.begin(), text.end(), may_combine)) return false;
  TrackedText composed;
  composed.reserve(text.size());
  bool changed = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && may_combine(text[end])) ++end;
    if (end - i == 1)
      composed.push_back(text[i]);
    else
      changed |= append_normalized(nfc(), text, i, end, composed);
    i = end;
  }
  text = std::move(composed);
  return changed;
}

bool drop_orphaned_long_marks(TrackedText& text) {
  char32_t left = U' ';
  const auto dropped = std::erase_if(text, [&](const TrackedChar& c) {
    if (c.code_point == kLongMark && !can_be_lengthened(left)) return true;
    left = c.code_point;
    return false;
  });
  return dropped > 0;
}

struct Step {
  bool (*apply)(TrackedText&);  // tells whether it changed anything
  CharClasses acts_on;          // classes of the text as the round found it
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

TrackedText fold_of(std::string_view utf8) {
  TrackedText text = surface_of(utf8);
  int edition = 0;  // how many changes the text has seen
  std::array<int, kSteps.size()> seen{};
  seen.fill(-1);
  for (int round = 0; round < kMaxRounds; ++round) {
    const int at_start = edition;
    const CharClasses classes = classes_in(text);
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      if (!(kSteps[i].acts_on & classes) || seen[i] == edition) continue;
      if (kSteps[i].apply(text)) ++edition;
      seen[i] = edition;
    }
    if (edition == at_start) break;
  }
  // Of a text that is decoration alone, the surface is the key.
  return text.empty() ? surface_of(utf8) : text;
}

}  // namespace ficsearch::text
