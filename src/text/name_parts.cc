// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/name_parts.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/code_points.h"
#include "text/kana.h"
#include "text/kanji.h"

// A line of ENAMDICT: 山崎 [やまざき] /(p,s) Yamazaki/
// p: place, s: surname, f, m, g: given name of a woman, of a man, of either; u: not sorted yet.
namespace ficsearch::text {
namespace {

struct Entry {
  std::string_view surface;
  std::string_view reading;
  std::string_view kinds;
};

std::optional<Entry> parse(std::string_view line) {
  const std::size_t open = line.find(" [");
  const std::size_t close = line.find("] /(");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return std::nullopt;
  const std::string_view gloss = line.substr(close + 4);
  return Entry{line.substr(0, open), line.substr(open + 2, close - open - 2),
               gloss.substr(0, gloss.find(')'))};
}

bool has_kind(std::string_view kinds, std::string_view wanted) {
  while (!kinds.empty()) {
    const std::string_view kind = kinds.substr(0, kinds.find(','));
    if (kind.size() == 1 && wanted.find(kind) != std::string_view::npos) return true;
    kinds.remove_prefix(std::min(kinds.size(), kind.size() + 1));
  }
  return false;
}

bool has_kanji(std::string_view surface) noexcept {
  for (std::size_t offset = 0; offset < surface.size();)
    if (is_kanji(base::next_code_point(surface, offset))) return true;
  return false;
}

// Whether vowel letter `c` after a kana on `vowel` is only heard as its length, or not at all by
// those who leave lengths out (けい, ke).
constexpr bool is_length(char32_t c, char vowel) noexcept {
  switch (c) {
    case U'あ':
      return vowel == 'a';
    case U'い':
      return vowel == 'i' || vowel == 'e';
    case U'う':
      return vowel == 'u' || vowel == 'o';
    case U'え':
      return vowel == 'e';
    case U'お':
    case U'を':
      return vowel == 'o';
    default:
      return c == kLongMark;
  }
}

constexpr char32_t as_spoken(char32_t c) noexcept {
  constexpr std::u32string_view kWritten = U"ゐゑをぢづ";
  constexpr std::u32string_view kSpoken = U"いえおじず";
  const std::size_t i = kWritten.find(c);
  return i == kWritten.npos ? c : kSpoken[i];
}

// The lossy key of a reading in hiragana, as far as names go: this is compiled before the folding
// that lossy_key needs.
std::string lossy_sound(std::string_view reading) {
  std::u32string sound;
  char vowel = '-';
  bool is_after_length = false;
  for (const char32_t c : to_code_points(reading)) {
    is_after_length = is_length(c, vowel) && !is_after_length;
    if (is_after_length) continue;
    sound += as_spoken(c);
    vowel = vowel_of(sound.back());
  }
  return to_utf8(sound);
}

void add_once(std::vector<std::string>& values, std::string_view value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.emplace_back(value);
}

void add(WordReadings& parts, char part, char sound, const Entry& entry) {
  add_once(parts[part + std::string(entry.surface)], entry.reading);
  std::vector<std::string>& example = parts[sound + lossy_sound(entry.reading)];
  if (example.empty()) example.emplace_back(entry.surface);
}

}  // namespace

WordReadings name_parts(std::string_view enamdict) {
  WordReadings parts;
  while (!enamdict.empty()) {
    const std::string_view line = enamdict.substr(0, enamdict.find('\n'));
    enamdict.remove_prefix(std::min(enamdict.size(), line.size() + 1));
    const auto entry = parse(line);
    if (!entry || !has_kanji(entry->surface)) continue;
    if (has_kind(entry->kinds, "p"))
      add_once(parts[kPlace + std::string(entry->surface)], entry->reading);
    if (has_kind(entry->kinds, "su")) add(parts, kSurname, kSurnameSound, *entry);
    if (has_kind(entry->kinds, "fmgu")) add(parts, kGivenName, kGivenNameSound, *entry);
  }
  return parts;
}

}  // namespace ficsearch::text
