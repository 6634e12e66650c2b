// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/words_apart.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>

#include "tags/edict_katakana.h"
#include "tags/kana_variant_key.h"
#include "text/data_file.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

struct Meaning {
  std::string surface;
  std::set<std::string> glosses;  // letters alone: all-or-nothing is "all or nothing"
};

std::string letters_of(std::string_view gloss) {
  std::string letters;
  std::copy_if(gloss.begin(), gloss.end(), std::back_inserter(letters),
               [](char c) { return c >= 'a' && c <= 'z'; });
  return letters;
}

Meaning meaning_of(const std::string& word, const KatakanaWord& katakana) {
  Meaning meaning{text::surface_key(word), {}};
  for (const std::string& gloss : katakana.glosses)
    if (std::string letters = letters_of(gloss); !letters.empty())
      meaning.glosses.insert(std::move(letters));
  return meaning;
}

bool share_gloss(const Meaning& a, const Meaning& b) {
  return std::any_of(a.glosses.begin(), a.glosses.end(),
                     [&](const std::string& gloss) { return b.glosses.contains(gloss); });
}

}  // namespace

text::WordReadings words_apart(std::string_view edict) {
  std::map<std::string, std::vector<Meaning>> by_key;
  for (const auto& [word, katakana] : edict_katakana(edict))
    by_key[kana_variant_key(text::surface_key(word))].push_back(meaning_of(word, katakana));
  text::WordReadings apart;
  for (const auto& [key, meanings] : by_key)
    for (const Meaning& a : meanings)
      for (const Meaning& b : meanings)
        if (a.surface != b.surface && !share_gloss(a, b)) apart[a.surface].push_back(b.surface);
  return apart;
}

std::vector<std::string> kept_apart_from(const text::ReadingTable& table,
                                         std::string_view surface_key) {
  constexpr std::string_view kMiddleDot = "・";
  std::string word(surface_key);
  for (std::size_t dot = word.find(kMiddleDot); dot != word.npos; dot = word.find(kMiddleDot, dot))
    word.erase(dot, kMiddleDot.size());
  const auto others = table.find(word);
  return {others.begin(), others.end()};
}

const text::ReadingTable& installed_words_apart() {
#ifdef FICSEARCH_WORDS_APART_HASH
  static const text::ReadingTable table =
      text::ReadingTable::load(text::data_file("apart-" FICSEARCH_WORDS_APART_HASH ".tsv"));
#else
  static const text::ReadingTable table;
#endif
  return table;
}

}  // namespace ficsearch::tags
