// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/edict_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "text/code_points.h"
#include "text/kana.h"
#include "text/kanji.h"

// A line of EDICT: 取り潰す [とりつぶす] /(v5s,vt) to disrupt/to ruin/.../(P)/
// Outdated and irregular forms carry a mark at the start of their first gloss, common ones /(P)/ at
// the end.
namespace ficsearch::text {
namespace {

struct Entry {
  std::u32string surface;
  std::u32string reading;  // katakana
  int rank;                // 0: common, 1: other, kPoorRank: irregular or outdated
  bool is_inflected;       // a verb or adjective
};

constexpr int kPoorRank = 2;
constexpr std::array<std::string_view, 5> kPoorForms{"ok", "oK", "ik", "iK", "io"};

// The marks in the first parentheses of the glosses: v5s,vt.
std::string_view marks_of(std::string_view glosses) {
  if (!glosses.starts_with("/(")) return {};
  return glosses.substr(2, glosses.find(')') - 2);
}

int rank_of(std::string_view glosses) {
  const std::string_view marks = marks_of(glosses);
  if (std::find(kPoorForms.begin(), kPoorForms.end(), marks) != kPoorForms.end()) return kPoorRank;
  return glosses.find("/(P)/") != std::string_view::npos ? 0 : 1;
}

// Whether one of the comma-separated marks is that of a verb (v1, v5s, vk) or adjective (adj-i).
bool is_inflected(std::string_view marks) {
  while (!marks.empty()) {
    const std::string_view mark = marks.substr(0, marks.find(','));
    if (mark == "adj-i" || mark == "vk" || mark == "vz" || mark.starts_with("v1") ||
        mark.starts_with("v2") || mark.starts_with("v4") || mark.starts_with("v5"))
      return true;
    marks.remove_prefix(std::min(marks.size(), mark.size() + 1));
  }
  return false;
}

std::u32string katakana(std::u32string text) {
  for (char32_t& c : text) c = to_katakana(c);
  return text;
}

std::optional<Entry> parse(std::string_view line) {
  const std::size_t open = line.find(" [");
  const std::size_t close = line.find("] /");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return std::nullopt;
  const std::string_view glosses = line.substr(close + 2);
  Entry entry{to_code_points(line.substr(0, open)),
              katakana(to_code_points(line.substr(open + 2, close - open - 2))), rank_of(glosses),
              is_inflected(marks_of(glosses))};
  const auto is_word_sign = [](char32_t c) { return is_kanji_sign(c) || is_kana_sign(c); };
  if (std::none_of(entry.surface.begin(), entry.surface.end(), is_kanji) ||
      !std::all_of(entry.surface.begin(), entry.surface.end(), is_word_sign) ||
      !std::all_of(entry.reading.begin(), entry.reading.end(), is_kana_sign))
    return std::nullopt;
  return entry;
}

std::vector<Entry> parse_all(std::string_view edict) {
  std::vector<Entry> entries;
  while (!edict.empty()) {
    const std::string_view line = edict.substr(0, edict.find('\n'));
    if (auto entry = parse(line)) entries.push_back(std::move(*entry));
    edict.remove_prefix(std::min(edict.size(), line.size() + 1));
  }
  return entries;
}

void add_once(std::vector<std::string>& readings, std::string reading) {
  if (std::find(readings.begin(), readings.end(), reading) == readings.end())
    readings.push_back(std::move(reading));
}

// How much speaks for each reading of a form without okurigana.
using Votes = std::map<std::string, std::map<std::u32string, int>>;

// A verb's form is read as its stem. A noun's is read whole (取消 of 取り消し), yet such forms
// stand before an ending more often than alone, so the stem weighs more. The weights order 270 such
// words of the development set best.
void vote(const Entry& entry, Votes& votes) {
  std::u32string kanji;
  std::copy_if(entry.surface.begin(), entry.surface.end(), std::back_inserter(kanji),
               is_kanji_sign);
  if (kanji == entry.surface || kanji.size() < 2) return;
  std::size_t ending = 0;
  while (!is_kanji_sign(entry.surface[entry.surface.size() - ending - 1])) ++ending;
  auto& readings = votes[to_utf8(kanji)];
  const int weight = entry.rank == 0 ? 2 : 1;
  const std::u32string tail = katakana(entry.surface.substr(entry.surface.size() - ending));
  if (ending == 0) {
    readings[entry.reading] += 4 * weight;
  } else if (!entry.reading.ends_with(tail) || entry.reading.size() == ending) {
    readings[entry.reading] += weight;
  } else {
    readings[entry.reading.substr(0, entry.reading.size() - ending)] +=
        (entry.is_inflected ? 4 : 3) * weight;
    if (!entry.is_inflected) readings[entry.reading] += 2 * weight;
  }
}

std::vector<std::string> by_votes(const std::map<std::u32string, int>& votes) {
  std::vector<std::pair<std::u32string, int>> sorted(votes.begin(), votes.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> readings;
  for (const auto& [reading, count] : sorted) readings.push_back(to_utf8(reading));
  return readings;
}

}  // namespace

WordReadings edict_words(std::string_view edict) {
  const std::vector<Entry> entries = parse_all(edict);
  WordReadings words;
  for (int rank = 0; rank <= kPoorRank; ++rank)
    for (const Entry& entry : entries)
      if (entry.rank == rank) add_once(words[to_utf8(entry.surface)], to_utf8(entry.reading));
  Votes votes;
  for (const Entry& entry : entries) vote(entry, votes);
  for (const auto& [surface, readings] : votes) words.try_emplace(surface, by_votes(readings));
  return words;
}

WordReadings usual_edict_words(std::string_view edict) {
  WordReadings words;
  for (const Entry& entry : parse_all(edict))
    if (entry.rank < kPoorRank) add_once(words[to_utf8(entry.surface)], to_utf8(entry.reading));
  return words;
}

std::string to_table(const WordReadings& words) {
  std::string table;
  for (const auto& [surface, readings] : words) {
    table += surface;
    for (std::size_t i = 0; i < readings.size(); ++i) table += (i == 0 ? '\t' : ' ') + readings[i];
    table += '\n';
  }
  return table;
}

}  // namespace ficsearch::text
