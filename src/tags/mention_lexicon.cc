// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/mention_lexicon.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "tags/record_set.h"
#include "text/char_class.h"
#include "text/kana.h"

namespace ficsearch::tags {
namespace {

// Dots and the like inside a spelling hide it from nobody, and long texts are wrapped.
constexpr GapMarks kAnySpellingMarks = kSpace | kHyphen | kColon | kListDot | kLineEnd;

// Kana spellings of so few characters stand inside longer words too: ゆり in ゆりかご. Of what
// readers keep away from only shorter ones are doubted.
constexpr std::size_t kShortKana = 3;
constexpr std::size_t kShortWarnedKana = 2;

// What may stand right behind a spelling without being a piece of the same word.
constexpr CueRoles kBehindSpellings =
    kDeniesBefore | kStatesBefore | kElement | kEtc | kParticle | kLinks;

GapMarks marks_inside(const MarkedText& text, std::size_t begin, std::size_t end) {
  GapMarks marks = 0;
  for (std::size_t i = begin + 1; i < end; ++i) marks = static_cast<GapMarks>(marks | text[i].gap);
  return marks;
}

char32_t written_at(std::string_view utf8, const MarkedText& text, std::size_t i) {
  std::size_t offset = text[i].begin;
  return base::next_code_point(utf8, offset);
}

bool is_written_in_katakana(char32_t c) noexcept {
  return text::is_katakana_letter(c) || c == text::kLongMark || (c >= 0xFF66 && c <= 0xFF9D);
}

bool is_kanji(char32_t c) noexcept {
  return (text::classes_of(c) & text::kKanji) != 0;
}

// Whether the letter at `i` stands right behind the one before it.
bool touches_left(const MarkedText& text, std::size_t i) {
  return i > 0 && i < text.size() && text[i].gap == 0 && text[i - 1].is_letter();
}

// Particles that a word may follow, as が and の.
bool ends_phrase(char32_t c) noexcept {
  return std::u32string_view(U"はがものとやにでをへ").find(c) != std::u32string_view::npos;
}

}  // namespace

MentionLexicon::MentionLexicon(const Dictionary& dictionary)
    : warned_of_(dictionary.concepts().size()) {
  for (std::size_t i = 0; i < warned_of_.size(); ++i)
    for (const ConceptRef derived : dictionary.derived(ref_of(i)))
      if (dictionary[derived].facet == Facet::advisory) warned_of_[i] = true;
  for (const Dictionary::Alias& alias : dictionary.aliases()) add_alias(alias);
  for (const Cue& cue : mention_cues()) add_cue(cue);
}

MentionLexicon::Entry& MentionLexicon::entry_of(const MarkedText& key) {
  std::u32string letters;
  for (const MarkedChar& c : key) letters += c.c;
  if (const auto number = trie_.find(letters)) return entries_[*number];
  trie_.add(letters, static_cast<std::uint32_t>(entries_.size()));
  return entries_.emplace_back();
}

void MentionLexicon::add_alias(const Dictionary::Alias& alias) {
  GapMarks at_end = 0;
  const MarkedText key = marked_text(alias.text, at_end);
  if (key.empty()) return;
  Entry& entry = entry_of(key);
  entry.target = alias.target;
  entry.inner_marks = static_cast<GapMarks>(entry.inner_marks | kAnySpellingMarks |
                                            marks_inside(key, 0, key.size()));
  if (is_warned_of(alias.target)) censored_.add(alias.text, alias.target);
}

void MentionLexicon::add_cue(const Cue& cue) {
  GapMarks at_end = 0;
  Entry& entry = entry_of(marked_text(cue.text, at_end));
  entry.roles |= cue.roles;
}

bool MentionLexicon::is_warned_of(ConceptRef ref) const noexcept {
  return warned_of_[index_of(ref)];
}

void MentionLexicon::set_statement(const Dictionary::Alias& alias, Polarity says) {
  GapMarks at_end = 0;
  entry_of(marked_text(alias.text, at_end)).says = says;
}

FoundWords MentionLexicon::find(std::string_view utf8, const MarkedText& text) const {
  FoundWords found;
  for (std::size_t i = 0; i < text.size(); ++i) find_from(i, utf8, text, found);
  find_censored(utf8, text, found);
  return found;
}

void MentionLexicon::find_from(std::size_t begin, std::string_view utf8, const MarkedText& text,
                               FoundWords& found) const {
  const bool spaced = text::is_spaced_word(text[begin].c);
  if (spaced && begin > 0 && text::is_spaced_word(text[begin - 1].c)) return;
  auto node = SpellingTrie::kRoot;
  FoundCue cue;
  for (std::size_t end = begin; end < text.size();) {
    const auto next = trie_.step(node, text[end].c);
    if (!next) break;
    node = *next;
    ++end;
    const auto number = trie_.value(node);
    if (!number) continue;
    const bool cuts_word = end < text.size() && text::is_spaced_word(text[end - 1].c) &&
                           text::is_spaced_word(text[end].c);
    if (cuts_word) continue;
    const Entry& entry = entries_[*number];
    const GapMarks marks = marks_inside(text, begin, end);
    if (entry.target && (marks & ~entry.inner_marks) == 0 &&
        stands_alone(utf8, text, begin, end, *entry.target))
      found.spellings.push_back({begin, end, *entry.target, entry.says});
    if (entry.roles != 0 && (marks & ~(kSpace | kHyphen)) == 0) cue = {begin, end, entry.roles};
  }
  if (cue.roles != 0) found.cues.push_back(cue);
}

// Short words of scripts without spaces may be pieces of longer ones.
bool MentionLexicon::stands_alone(std::string_view utf8, const MarkedText& text, std::size_t begin,
                                  std::size_t end, ConceptRef target) const {
  const std::size_t size = end - begin;
  if (size > kShortKana) return true;
  const bool after_letter = touches_left(text, begin);
  const bool before_letter = touches_left(text, end) && !cue_begins_at(text, end);
  if (size == 1 && is_kanji(text[begin].c))
    return !(after_letter && is_kanji(text[begin - 1].c)) &&
           !(before_letter && is_kanji(text[end].c));
  const bool is_kana = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                   text.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](const MarkedChar& c) { return text::is_kana_letter(c.c); });
  if (!is_kana || size > (is_warned_of(target) ? kShortWarnedKana : kShortKana)) return true;
  if (is_written_in_katakana(written_at(utf8, text, begin)))
    return !(after_letter && is_written_in_katakana(written_at(utf8, text, begin - 1))) &&
           !(touches_left(text, end) && is_written_in_katakana(written_at(utf8, text, end)));
  return !(after_letter && !text::is_spaced_word(text[begin - 1].c) &&
           !ends_phrase(text[begin - 1].c)) &&
         !(before_letter && text::is_kana_letter(text[end].c));
}

bool MentionLexicon::cue_begins_at(const MarkedText& text, std::size_t at) const {
  auto node = SpellingTrie::kRoot;
  for (; at < text.size(); ++at) {
    const auto next = trie_.step(node, text[at].c);
    if (!next) return false;
    node = *next;
    const auto number = trie_.value(node);
    if (number && (entries_[*number].roles & kBehindSpellings) != 0) return true;
  }
  return false;
}

void MentionLexicon::find_censored(std::string_view utf8, const MarkedText& text,
                                   FoundWords& found) const {
  const auto char_at = [&](std::size_t offset) {
    const auto before = [](const MarkedChar& c, std::size_t at) { return c.begin < at; };
    return static_cast<std::size_t>(std::lower_bound(text.begin(), text.end(), offset, before) -
                                    text.begin());
  };
  const std::size_t whole = found.spellings.size();
  for (const CensoredSpellings::Found& hidden : censored_.find(utf8)) {
    const std::size_t begin = char_at(hidden.range.begin);
    const std::size_t end = char_at(hidden.range.end);
    if (begin < end) found.spellings.push_back({begin, end, hidden.target, Polarity::plain});
  }
  if (found.spellings.size() == whole) return;
  std::stable_sort(
      found.spellings.begin(), found.spellings.end(),
      [](const FoundSpelling& a, const FoundSpelling& b) { return a.begin < b.begin; });
}

}  // namespace ficsearch::tags
