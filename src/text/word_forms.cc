// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/word_forms.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "text/code_points.h"
#include "text/kanji.h"

// A line of IPADIC: 千人力,1285,1285,7265,名詞,一般,*,*,*,*,千人力,センニンリキ,センニンリキ
namespace ficsearch::text {
namespace {

constexpr std::size_t kReadingColumn = 11;

// Of a word and its reading, both with kana of either script.
void add(WordReadings& forms, std::string_view written, std::string_view read) {
  const std::u32string word = in_hiragana(to_code_points(written));
  const std::u32string reading = in_hiragana(to_code_points(read));
  const auto is_word_sign = [](char32_t c) { return is_kanji_sign(c) || is_kana_sign(c); };
  if (word.size() < 2 || word.size() > kMaxFormSigns || reading.empty() ||
      reading.size() > kMaxFormReading || std::none_of(word.begin(), word.end(), is_kanji) ||
      !std::all_of(word.begin(), word.end(), is_word_sign) ||
      !std::all_of(reading.begin(), reading.end(), is_kana_sign))
    return;
  std::string surface = to_utf8(word);
  if (is_kanji_sign(word.front())) forms[surface].push_back(to_utf8(reading));
  forms[to_utf8(reading)].push_back(std::move(surface));
}

std::string_view column(std::string_view line, std::size_t number) {
  for (; number > 0; --number) {
    const std::size_t comma = line.find(',');
    if (comma == std::string_view::npos) return {};
    line.remove_prefix(comma + 1);
  }
  return line.substr(0, line.find(','));
}

}  // namespace

WordReadings word_forms(std::string_view edict, std::string_view ipadic_nouns) {
  WordReadings forms;
  for (const auto& [surface, readings] : usual_edict_words(edict))
    for (const std::string& reading : readings) add(forms, surface, reading);
  while (!ipadic_nouns.empty()) {
    const std::string_view line = ipadic_nouns.substr(0, ipadic_nouns.find('\n'));
    ipadic_nouns.remove_prefix(std::min(ipadic_nouns.size(), line.size() + 1));
    add(forms, column(line, 0), column(line, kReadingColumn));
  }
  for (auto& [key, values] : forms) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  return forms;
}

}  // namespace ficsearch::text
