// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/mecab_tagger.h"

namespace ficsearch::tags {

// How much a written form says about its word: who is written with less may be read as several.
enum class Writing : std::uint8_t {
  other,  // a script that has no sounds here, or marks alone
  latin,  // may be romaji, may be another language
  kana,   // with or without Latin letters and digits
  kanji,  // one kanji is enough
};

// What of a written form can be compared with others (docs/normalization.md has the tiers).
struct SpellingKeys {
  std::string surface;  // S
  std::string folded;   // F
  std::string stem;     // E
  Writing writing = Writing::other;
  std::u32string kanji;  // in order
  // Y, likeliest first: of kana the one that is written; of kanji what the readings propose, none
  // if a word is unknown; of Latin letters what they mean as romaji, none if no word is romaji.
  // Words that are no romaji stay in Latin letters.
  std::vector<std::string> sounds;
  // The words that kanji mixed with kana can be a spelling of (text/part_kana.h), and the form
  // itself with numbers in kanji (tags/kanji_numerals.h); sorted.
  std::vector<std::string> words;
  // L of the sounds; sorted.
  std::vector<std::string> lossy;
  // The sounds of Latin letters whose English words are said as in Japanese (tags/loan_words.h), or
  // that are said letter by letter, and of kana with such letters or digits
  // (tags/spoken_letters.h). They say which kana may be meant, and nothing of other Latin letters:
  // light and right are two.
  std::vector<std::string> loan_sounds;
  std::string kana_variant;        // tags/kana_variant_key.h; of katakana alone
  std::vector<std::string> apart;  // tags/words_apart.h; surface keys, of katakana alone
  std::string compound;            // tags/latin_words.h; of Latin letters alone
  std::string name;                // tags/name_order.h; of Latin letters alone
  bool is_listed_name = false;
  std::string loan;  // tags/loan_key.h; of kana, and of Latin letters that are no romaji
  // Marks that tell works of a series apart, and brackets (tags/series_marks.h).
  std::string marks;
  // Digits, roman numerals and single letters, in order, each ended by a space: what tells sequels
  // apart. None of a dictionary word in which digits stand for kanji (3本).
  std::string numerals;

  friend bool operator==(const SpellingKeys&, const SpellingKeys&) = default;
};

// Whether the form is in Latin letters and reads as romaji to its end.
bool is_romaji(const SpellingKeys& keys) noexcept;

// Gives keys other sounds than the reader proposed, and the lossy keys that follow from them.
void set_sounds(SpellingKeys& keys, std::vector<std::string> sounds);

// Makes the keys of written forms, and keeps the most recent ones.
//
// Input is well-formed UTF-8. Threads: one at a time, as its MeCab tagger.
class SpellingReader {
 public:
  // Whether a sound, read as it stands, is a word of the language. Throws Error(`io`) if MeCab
  // fails.
  bool is_word(std::string_view sound);

  // The keys of `written`. Throws Error(`io`) if MeCab fails.
  std::shared_ptr<const SpellingKeys> keys_of(std::string_view written);

  // The same, and not kept: for a form that is not asked for again. What is kept of those that an
  // import reads once is 50,000 forms that push all else out of the processor's cache.
  SpellingKeys read_once(std::string_view written);

 private:
  text::MecabTagger tagger_;
  // Emptied when full, so that a long list of tags does not fill the memory. Never iterated.
  std::unordered_map<std::string, std::shared_ptr<const SpellingKeys>> known_;
};

}  // namespace ficsearch::tags
