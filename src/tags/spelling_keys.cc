// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/spelling_keys.h"

#include <algorithm>

#include "base/utf8.h"
#include "tags/kana_variant_key.h"
#include "tags/kanji_numerals.h"
#include "tags/latin_words.h"
#include "tags/loan_key.h"
#include "tags/loan_words.h"
#include "tags/name_order.h"
#include "tags/numerals.h"
#include "tags/script.h"
#include "tags/series_marks.h"
#include "tags/spoken_letters.h"
#include "tags/words_apart.h"
#include "text/code_points.h"
#include "text/kana.h"
#include "text/keys.h"
#include "text/lossy_key.h"
#include "text/mixed_script.h"
#include "text/name_readings.h"
#include "text/part_kana.h"
#include "text/reading_key.h"
#include "text/readings.h"
#include "text/romaji.h"
#include "text/stem_key.h"

namespace ficsearch::tags {
namespace {

constexpr std::size_t kMaxKnown = 50'000;

bool has_latin(std::string_view key) noexcept {
  return std::any_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_kana(std::string_view key) noexcept {
  for (std::size_t offset = 0; offset < key.size();)
    if (text::is_kana_letter(base::next_code_point(key, offset))) return true;
  return false;
}

Writing writing_of(std::string_view surface) {
  if (text::has_kanji(surface)) return Writing::kanji;
  switch (script_of(surface)) {
    case SpellingScript::latin:
      return Writing::latin;
    case SpellingScript::hiragana:
    case SpellingScript::katakana:
    case SpellingScript::kana:
    case SpellingScript::mixed:
      return Writing::kana;
    default:
      return Writing::other;
  }
}

void add_once(std::vector<std::string>& keys, std::string key) {
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

std::string without_voicing(std::string_view sound) {
  std::u32string unvoiced = text::to_code_points(sound);
  for (char32_t& c : unvoiced) c = text::without_voicing(c);
  return text::to_utf8(unvoiced);
}

// The sounds of a person's name beyond the likeliest. Not those that differ from it by voiced
// consonants only: やまさき and やまざき are two families that write 山崎.
void add_name_sounds(std::vector<std::string>& sounds, std::string_view surface) {
  const std::string likeliest = sounds.empty() ? std::string() : without_voicing(sounds.front());
  for (const std::string& reading : text::name_readings(text::installed_name_parts(), surface)) {
    std::string sound = text::reading_key(reading);
    if (without_voicing(sound) != likeliest) add_once(sounds, std::move(sound));
  }
}

// An underscore could hide a letter, but a tag that is written with it writes it for spaces.
std::string without_underscores(std::string_view surface) {
  std::string spaced(surface);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return spaced;
}

// A title such as 戦国BASARA has a sound in which its Latin letters are read too.
std::vector<std::string> sounds_of_kanji(const std::vector<text::Reading>& readings) {
  std::vector<std::string> sounds;
  for (const text::Reading& reading : readings) {
    add_once(sounds, text::reading_key(reading.kana));
    if (has_latin(sounds.back()))
      for (std::string& sound : text::romaji_candidates(reading.kana))
        if (!has_latin(sound)) add_once(sounds, std::move(sound));
  }
  return sounds;
}

// A form that is a word as it stands is another spelling only of what it can sound like.
void add_words(SpellingKeys& keys, bool is_word) {
  if (is_word && !has_kana(keys.surface)) return;
  for (const text::KnownWord& word :
       text::words_in_part_kana(text::installed_word_forms(), keys.surface)) {
    const std::string sound = text::reading_key(word.reading);
    if (is_word && std::find(keys.sounds.begin(), keys.sounds.end(), sound) == keys.sounds.end())
      continue;
    add_once(keys.words, word.surface);
    add_once(keys.sounds, sound);
  }
  std::sort(keys.words.begin(), keys.words.end());
}

bool is_word_of_dictionary(const std::vector<text::Reading>& readings) {
  return std::any_of(readings.begin(), readings.end(), [](const text::Reading& reading) {
    return reading.source == text::ReadingSource::user_dictionary ||
           reading.source == text::ReadingSource::edict;
  });
}

// 3本 is read, and has its kanji, as the word 三本 that it is; 第3期 is no word, and keeps its
// digit.
std::vector<text::Reading> read_numerals(SpellingKeys& keys, text::MecabTagger& tagger) {
  const std::string spelled_out = with_kanji_numerals(keys.surface);
  if (spelled_out == keys.surface) {
    if (has_kanji_numeral(keys.surface)) keys.words.push_back(keys.surface);
    return text::readings_of(tagger, keys.surface);
  }
  keys.words.push_back(spelled_out);
  std::vector<text::Reading> readings = text::readings_of(tagger, spelled_out);
  if (!is_word_of_dictionary(readings)) return text::readings_of(tagger, keys.surface);
  keys.kanji = text::kanji_of(spelled_out);
  keys.numerals.clear();
  return readings;
}

void read_kanji(SpellingKeys& keys, text::MecabTagger& tagger) {
  const std::vector<text::Reading> readings = read_numerals(keys, tagger);
  const bool is_word = is_word_of_dictionary(readings);
  keys.sounds = sounds_of_kanji(readings);
  add_words(keys, is_word);
  if (!is_word) add_name_sounds(keys.sounds, keys.surface);
}

std::vector<std::string> sounds_of_others(const SpellingKeys& keys) {
  switch (keys.writing) {
    case Writing::other:
    case Writing::kanji:
      return {};
    case Writing::kana: {
      std::vector<std::string> sounds{text::reading_key(keys.surface)};
      if (has_latin(sounds.front()))
        for (std::string& sound : text::romaji_candidates(keys.surface))
          if (!has_latin(sound)) add_once(sounds, std::move(sound));
      return sounds;
    }
    case Writing::latin: {
      std::vector<std::string> sounds = text::romaji_candidates(without_underscores(keys.surface));
      std::erase_if(sounds, [](const std::string& sound) { return !has_kana(sound); });
      return sounds;
    }
  }
  return {};
}

// An abbreviation is a single word; a title has its letters and digits among kana.
void add_spoken_letters(SpellingKeys& keys) {
  const bool is_word = keys.writing == Writing::latin && keys.folded.find(' ') == std::string::npos;
  if (!is_word && keys.writing != Writing::kana) return;
  const std::string spoken = with_spoken_letters(keys.surface);
  if (!spoken.empty()) add_once(keys.loan_sounds, text::reading_key(spoken));
}

SpellingKeys make_keys(text::MecabTagger& tagger, std::string_view written) {
  SpellingKeys keys;
  keys.surface = text::surface_key(written);
  keys.folded = text::fold_key(keys.surface);
  keys.stem = text::stem_key(keys.surface);
  keys.writing = writing_of(keys.surface);
  keys.kanji = text::kanji_of(keys.surface);
  keys.marks = series_marks(keys.surface);
  keys.numerals = numerals_of(keys.surface);
  if (keys.writing == Writing::kanji)
    read_kanji(keys, tagger);
  else
    keys.sounds = sounds_of_others(keys);
  set_sounds(keys, std::move(keys.sounds));
  keys.kana_variant = kana_variant_key(keys.surface);
  if (!keys.kana_variant.empty())
    keys.apart = kept_apart_from(installed_words_apart(), keys.surface);
  if (keys.writing == Writing::latin) {
    keys.compound = compound_key(keys.folded);
    keys.loan_sounds = loan_sounds(installed_loan_words(), keys.folded);
    keys.name = name_key(keys.folded);
    keys.is_listed_name = !keys.name.empty() && is_listed_name(keys.folded);
  }
  add_spoken_letters(keys);
  if (keys.writing == Writing::kana) keys.loan = loan_key_of_kana(keys.sounds.front());
  if (keys.writing == Writing::latin && !is_romaji(keys))
    keys.loan = loan_key_of_latin(keys.folded);
  return keys;
}

// Whether MeCab's dictionary knows the word: of an unknown one it tells no reading.
bool is_known(const text::Morpheme& word) noexcept {
  return std::count(word.features.begin(), word.features.end(), ',') > 6;
}

}  // namespace

bool is_romaji(const SpellingKeys& keys) noexcept {
  return keys.writing == Writing::latin && !keys.sounds.empty() && !has_latin(keys.sounds.front());
}

void set_sounds(SpellingKeys& keys, std::vector<std::string> sounds) {
  keys.sounds = std::move(sounds);
  keys.lossy.clear();
  for (const std::string& sound : keys.sounds) add_once(keys.lossy, text::lossy_key(sound));
  std::sort(keys.lossy.begin(), keys.lossy.end());
}

bool SpellingReader::is_word(std::string_view sound) {
  const auto words = tagger_.parse(sound);
  return words.size() == 1 && is_known(words.front());
}

std::shared_ptr<const SpellingKeys> SpellingReader::keys_of(std::string_view written) {
  std::string text(written);
  if (const auto known = known_.find(text); known != known_.end()) return known->second;
  if (known_.size() == kMaxKnown) known_.clear();
  auto keys = std::make_shared<const SpellingKeys>(make_keys(tagger_, written));
  known_.emplace(std::move(text), keys);
  return keys;
}

SpellingKeys SpellingReader::read_once(std::string_view written) {
  return make_keys(tagger_, written);
}

}  // namespace ficsearch::tags
