// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/part_kana.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <tuple>
#include <utility>

#include "text/code_points.h"
#include "text/data_file.h"
#include "text/kana.h"
#include "text/kanji.h"
#include "text/word_forms.h"

// What a text leaves of a word is literal: kanji that stayed, and kana that stands for the rest.
// So the word, its reading and the text are walked through together:
//
//   word     受 け 取 り 分     reading  う け と り ぶ ん
//   text     う け 取    ぶ ん            受 as う, 取 as it is, り left out, 分 as ぶん
//
// A text that begins with a kanji is one of a word that begins with it; one that begins with kana
// is one of a word that sounds so at its beginning. The table has the words in both orders.
namespace ficsearch::text {
namespace {

// Of one kanji. 承る has five, 詔 four.
constexpr std::size_t kLongestKanjiReading = 5;
constexpr std::size_t kLongestOkurigana = 2;

bool may_stand_for_word(std::u32string_view text) noexcept {
  return text.size() > 1 && text.size() <= kMaxFormSigns &&
         std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return is_kanji_sign(c) || is_kana_sign(c); }) &&
         std::any_of(text.begin(), text.end(), is_kanji);
}

bool is_in_order(std::u32string_view signs, std::u32string_view word) noexcept {
  std::size_t next = 0;
  for (const char32_t c : signs) {
    if (!is_kanji_sign(c)) continue;
    next = word.find(c, next);
    if (next == word.npos) return false;
    ++next;
  }
  return true;
}

// How many kana from `begin` may be left out after a kanji: all up to the next kanji, if they are
// the ending of a noun. Those of verbs and adjectives end in う, く, しい and so on: who writes 引
// does not mean 引く.
std::size_t okurigana_at(std::u32string_view word, std::size_t begin) noexcept {
  std::size_t end = begin;
  while (end < word.size() && is_hiragana_letter(word[end])) ++end;
  const std::size_t length = end - begin;
  if (length == 0 || length > kLongestOkurigana) return 0;
  if (end < word.size() && !is_kanji_sign(word[end])) return 0;
  const char vowel = vowel_of(word[end - 1]);
  const bool is_noun_ending = vowel == 'i' || vowel == 'e';
  return is_noun_ending && !word.substr(begin, length).ends_with(U"しい") ? length : 0;
}

// Whether `text` is what is left of a word.
class Walk {
 public:
  Walk(std::u32string_view word, std::u32string_view reading, std::u32string_view text)
      : word_(word), reading_(reading), text_(text) {}

  bool reaches_end() {
    places_.assign(word_.size() + 1, {});
    add(0, 0, 0);
    for (std::size_t i = 0; i < word_.size(); ++i)
      for (std::size_t j = 0; j <= reading_.size(); ++j)
        for (std::size_t k = 0; k <= text_.size(); ++k)
          if (places_[i][place(j, k)]) step(i, j, k);
    return places_.back()[place(reading_.size(), text_.size())];
  }

 private:
  static constexpr std::size_t kPlaces = (kMaxFormReading + 1) * (kMaxFormSigns + 1);

  // Being before sign j of the reading and sign k of the text.
  static std::size_t place(std::size_t j, std::size_t k) noexcept {
    return j * (kMaxFormSigns + 1) + k;
  }
  void add(std::size_t i, std::size_t j, std::size_t k) { places_[i].set(place(j, k)); }

  bool stays(std::size_t i, std::size_t k) const noexcept {
    return k < text_.size() && text_[k] == word_[i];
  }

  void step(std::size_t i, std::size_t j, std::size_t k) {
    if (!is_kanji_sign(word_[i])) {
      if (j < reading_.size() && reading_[j] == word_[i] && stays(i, k)) add(i + 1, j + 1, k + 1);
      return;
    }
    // Two kanji may have a reading together (五月, さつき): then the second has none of its own.
    const std::size_t least = i > 0 && is_kanji_sign(word_[i - 1]) ? 0 : 1;
    const std::size_t most = std::min(kLongestKanjiReading, reading_.size() - j);
    for (std::size_t length = least; length <= most; ++length) {
      const std::u32string_view sound = reading_.substr(j, length);
      if (stays(i, k)) {
        add(i + 1, j + length, k + 1);
        const std::size_t okurigana = okurigana_at(word_, i + 1);
        if (okurigana > 0 &&
            reading_.substr(j + length).starts_with(word_.substr(i + 1, okurigana)))
          add(i + 1 + okurigana, j + length + okurigana, k + 1);
      }
      if (length > 0 && text_.substr(std::min(k, text_.size())).starts_with(sound))
        add(i + 1, j + length, k + length);
    }
  }

  std::u32string_view word_;     // at most kMaxFormSigns
  std::u32string_view reading_;  // at most kMaxFormReading
  std::u32string_view text_;     // at most kMaxFormSigns
  std::vector<std::bitset<kPlaces>> places_;
};

class Finder {
 public:
  explicit Finder(std::u32string text) : text_(std::move(text)) {
    const auto last = std::find_if(text_.rbegin(), text_.rend(), is_kanji_sign);
    last_kanji_ = to_utf8(std::u32string(1, *last));
  }

  std::vector<KnownWord> find(const ReadingTable& words) {
    const bool begins_with_kanji = is_kanji_sign(text_.front());
    words.for_each_beginning(to_utf8(beginning()),
                             [&](std::string_view key, std::string_view value) {
                               begins_with_kanji ? consider(key, value) : consider(value, key);
                             });
    std::sort(found_.begin(), found_.end(), [](const KnownWord& a, const KnownWord& b) {
      return std::tie(a.surface, a.reading) < std::tie(b.surface, b.reading);
    });
    return std::move(found_);
  }

 private:
  // What such words begin with: the first kanji, or all kana before it.
  std::u32string beginning() const {
    const auto first_kanji = std::find_if(text_.begin(), text_.end(), is_kanji_sign);
    return {text_.begin(), std::max(first_kanji, text_.begin() + 1)};
  }

  void consider(std::string_view surface, std::string_view reading) {
    if (surface.find(last_kanji_) == surface.npos) return;  // nearly all
    const std::u32string word = to_code_points(surface);
    if (!is_in_order(text_, word)) return;
    const std::u32string sound = to_code_points(reading);
    if (word == text_ || Walk(word, sound, text_).reaches_end())
      found_.push_back({std::string(surface), std::string(reading)});
  }

  std::u32string text_;
  std::string last_kanji_;
  std::vector<KnownWord> found_;
};

}  // namespace

std::vector<KnownWord> words_in_part_kana(const ReadingTable& words, std::string_view surface_key) {
  std::u32string text = in_hiragana(to_code_points(surface_key));
  if (!may_stand_for_word(text)) return {};
  return Finder(std::move(text)).find(words);
}

const ReadingTable& installed_word_forms() {
#ifdef FICSEARCH_WORD_FORMS_HASH
  static const ReadingTable table =
      ReadingTable::load(data_file("forms-" FICSEARCH_WORD_FORMS_HASH ".tsv"));
#else
  static const ReadingTable table;
#endif
  return table;
}

}  // namespace ficsearch::text
