// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/romaji.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "text/censor_marks.h"
#include "text/char_class.h"
#include "text/code_points.h"
#include "text/keys.h"
#include "text/reading_key.h"
#include "text/romaji_word.h"

// Each Latin word of the surface key is replaced by its readings, all else stays where it is; the
// reading key of the whole then joins the words.
namespace ficsearch::text {
namespace {

// A word or what stands between words, and how it can be read.
struct Piece {
  std::vector<RomajiReading> readings;  // at least one
  bool is_unread = false;               // a word that is no romaji
};

constexpr bool is_romaji_hyphen(char32_t c) noexcept {
  return c == U'-' || c == 0x2010;
}

constexpr bool is_relation(char32_t c) noexcept {
  return c == U'/' || c == U'&' || c == U'#';
}

bool ends_word(char32_t c) noexcept {
  if (is_apostrophe(c) || is_romaji_hyphen(c)) return false;
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_P_MASK | U_GC_Z_MASK)) != 0;
}

// The letters of a word for read_romaji_word; empty if there are others in it.
std::string romaji_letters(std::u32string_view word) {
  constexpr std::u32string_view kLongVowels = U"āâīîūûēêōô";
  constexpr std::string_view kShortVowels = "aaiiuueeoo";
  std::string letters;
  bool has_letter = false;
  for (const char32_t c : word) {
    const std::size_t long_vowel = kLongVowels.find(c);
    if (c >= U'a' && c <= U'z') {
      letters += static_cast<char>(c);
      has_letter = true;
    } else if (long_vowel != std::u32string_view::npos) {
      letters += kShortVowels[long_vowel];
      letters += kLongVowelSign;
      has_letter = true;
    } else if (is_apostrophe(c)) {
      letters += '\'';
    } else if (is_romaji_hyphen(c)) {
      letters += '-';
    } else {
      return {};
    }
  }
  return has_letter ? letters : std::string();
}

Piece read_word(std::u32string word) {
  Piece piece;
  const std::string letters = romaji_letters(word);
  if (!letters.empty()) piece.readings = read_romaji_word(letters);
  if (piece.readings.empty()) {
    piece.is_unread = true;
    piece.readings.push_back({std::move(word), 0});
  }
  return piece;
}

std::vector<Piece> cut(std::u32string_view surface) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < surface.size();) {
    if (ends_word(surface[i])) {
      // A relation between two names means something; other punctuation only parts words.
      const char32_t between = is_relation(surface[i]) ? surface[i] : U' ';
      pieces.push_back({{{std::u32string(1, between), 0}}});
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < surface.size() && !ends_word(surface[end])) ++end;
    pieces.push_back(read_word(std::u32string(surface.substr(i, end - i))));
    i = end;
  }
  return pieces;
}

std::vector<RomajiReading> join(const std::vector<Piece>& pieces) {
  std::vector<RomajiReading> joined{{U"", 0}};
  for (const Piece& piece : pieces) {
    std::vector<RomajiReading> longer;
    longer.reserve(joined.size() * piece.readings.size());
    for (const RomajiReading& left : joined)
      for (const RomajiReading& right : piece.readings)
        longer.push_back({left.kana + right.kana, left.cost + right.cost});
    std::stable_sort(
        longer.begin(), longer.end(),
        [](const RomajiReading& a, const RomajiReading& b) { return a.cost < b.cost; });
    if (longer.size() > kMaxRomajiReadings) longer.resize(kMaxRomajiReadings);
    joined = std::move(longer);
  }
  return joined;
}

// N〇R is a word with a letter hidden, not romaji. An underscore or question mark hides a letter
// too, but in akuyaku_reijou it only parts words that can all be read.
bool is_censored(std::u32string_view surface, const std::vector<Piece>& pieces) {
  if (std::any_of(surface.begin(), surface.end(), is_plain_censor_mark)) return true;
  return std::any_of(surface.begin(), surface.end(), is_censor_mark) &&
         std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.is_unread; });
}

}  // namespace

std::vector<std::string> romaji_candidates(std::string_view utf8) {
  const std::string surface = surface_key(utf8);
  if (surface.empty()) return {};
  const std::u32string text = to_code_points(surface);
  const std::vector<Piece> pieces = cut(text);
  if (is_censored(text, pieces)) return {reading_key(surface)};

  std::vector<std::string> candidates;
  for (const RomajiReading& reading : join(pieces)) {
    std::string key = reading_key(to_utf8(reading.kana));
    if (std::find(candidates.begin(), candidates.end(), key) == candidates.end())
      candidates.push_back(std::move(key));
    if (candidates.size() == kMaxRomajiCandidates) break;
  }
  return candidates;
}

}  // namespace ficsearch::text
