// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/readings.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "text/code_points.h"
#include "text/ipadic_features.h"
#include "text/kanji.h"
#include "text/keys.h"
#include "text/name_readings.h"
#include "text/reading_key.h"
#include "text/reading_table.h"
#include "text/sentence_end.h"
#include "text/user_words.h"

namespace ficsearch::text {
namespace {

// The reading of a word: the dictionary's, or the word itself if it has no kanji.
std::optional<std::string_view> word_reading(const Morpheme& word, std::string_view surface) {
  const std::string_view reading = feature_column(word.features, kReading);
  if (!reading.empty() && reading != "*") return reading;
  if (has_kanji(surface)) return std::nullopt;
  return surface;
}

std::string_view particle_sound(const Morpheme& word, std::string_view surface,
                                std::string_view reading) noexcept {
  if (feature_column(word.features, kPartOfSpeech) != "助詞") return reading;
  if (surface == "は") return "わ";
  return surface == "へ" ? "え" : reading;
}

struct Proposal {
  std::string written;         // with particles as they are written
  std::string spoken;          // with particles as they are spoken
  std::string in_usual_kanji;  // the text, with unknown words in their usual kanji
  bool is_complete = true;     // no kanji word is unknown
  bool is_one_word = false;    // MeCab has the text as one word
  bool is_user_word = false;   // of the user dictionary
};

std::string in_usual_kanji(std::string_view surface) {
  std::u32string text = to_code_points(surface);
  for (char32_t& c : text) c = usual_kanji(c);
  return to_utf8(text);
}

void add_sentence(MecabTagger& tagger, std::string_view sentence, Proposal& proposal) {
  std::size_t end_of_last = 0;
  const auto add_as_is = [&](std::string_view text) {
    proposal.written += text;
    proposal.spoken += text;
    proposal.in_usual_kanji += text;
  };
  for (const Morpheme& word : tagger.parse(sentence)) {
    add_as_is(sentence.substr(end_of_last, word.begin - end_of_last));
    end_of_last = word.end;
    const std::string_view surface = sentence.substr(word.begin, word.end - word.begin);
    proposal.is_one_word = surface.size() == sentence.size();
    proposal.is_user_word =
        proposal.is_one_word && feature_column(word.features, kUserMark) == kUserWordMark;
    const auto reading = word_reading(word, surface);
    if (!reading) {
      proposal.is_complete = false;
      proposal.in_usual_kanji += in_usual_kanji(surface);
      continue;
    }
    proposal.written += *reading;
    proposal.spoken += particle_sound(word, surface, *reading);
    proposal.in_usual_kanji += surface;
  }
  add_as_is(sentence.substr(end_of_last));
}

Proposal propose(MecabTagger& tagger, std::string_view surface) {
  Proposal proposal;
  while (!surface.empty()) {
    const std::size_t end =
        sentence_end(surface, MecabTagger::kMaxSentenceBytes, [](std::size_t) { return false; });
    const bool is_whole_text = end == surface.size() && proposal.written.empty();
    add_sentence(tagger, surface.substr(0, end), proposal);
    proposal.is_one_word = proposal.is_one_word && is_whole_text;
    proposal.is_user_word = proposal.is_user_word && is_whole_text;
    surface.remove_prefix(end);
  }
  return proposal;
}

// Adds `kana` unless the same sound, in either script, is there.
void add_once(std::vector<Reading>& readings, std::string kana, ReadingSource source) {
  const std::string folded = fold_key(kana);
  if (std::none_of(readings.begin(), readings.end(),
                   [&](const Reading& reading) { return fold_key(reading.kana) == folded; }))
    readings.push_back({std::move(kana), source});
}

// Names that MeCab would put together from other words (秀衡, 上野国). They are many and alike, so
// a few have to do.
void add_names(std::vector<Reading>& readings, std::string_view surface) {
  constexpr std::size_t kMostNames = 3;
  std::vector<std::string> names = readings_of_name(installed_name_parts(), surface);
  if (names.size() > kMostNames) names.resize(kMostNames);
  for (std::string& name : names) add_once(readings, std::move(name), ReadingSource::enamdict);
}

// EDICT's readings of the whole text. It lists them without regard to use; MeCab's choice, if it is
// among them, is the more frequent one.
void add_edict(std::vector<Reading>& readings, std::string_view surface,
               const std::string& mecab_reading) {
  const ReadingTable& edict = ReadingTable::installed();
  std::vector<std::string_view> known = edict.find(surface);
  if (known.empty()) known = edict.find(in_usual_kanji(surface));
  const std::string folded = fold_key(mecab_reading);
  for (const std::string_view reading : known)
    if (fold_key(reading) == folded) add_once(readings, std::string(reading), ReadingSource::edict);
  for (const std::string_view reading : known)
    add_once(readings, std::string(reading), ReadingSource::edict);
}

}  // namespace

std::vector<Reading> readings_of(MecabTagger& tagger, std::string_view utf8) {
  const std::string surface = surface_key(utf8);
  Proposal proposal = propose(tagger, surface);
  // The dictionary has most old kanji (櫻), so only the words that it lacks (剑, 聲) are rewritten.
  if (!proposal.is_complete && proposal.in_usual_kanji != surface)
    proposal = propose(tagger, std::string(proposal.in_usual_kanji));

  std::vector<Reading> readings;
  if (proposal.is_user_word) add_once(readings, proposal.written, ReadingSource::user_dictionary);
  add_edict(readings, surface, proposal.written);
  const bool is_known = proposal.is_complete && proposal.is_one_word;
  if (readings.empty() && !is_known) add_names(readings, surface);
  if (proposal.is_complete && !proposal.written.empty()) {
    add_once(readings, proposal.written, ReadingSource::mecab);
    add_once(readings, proposal.spoken, ReadingSource::mecab);
  }
  return readings;
}

}  // namespace ficsearch::text
