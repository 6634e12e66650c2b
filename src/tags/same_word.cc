// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/same_word.h"

#include <algorithm>

#include "text/code_points.h"
#include "text/lossy_key.h"

namespace ficsearch::tags {
namespace {

using text::MatchTier;

bool is_subsequence(std::u32string_view part, std::u32string_view whole) noexcept {
  auto next = part.begin();
  for (const char32_t c : whole)
    if (next != part.end() && *next == c) ++next;
  return next == part.end();
}

// Two romaji forms share what each most likely means: kinen and kin'en can both be きんえん, but
// kinen is 記念.
bool share_sound(const SpellingKeys& a, const SpellingKeys& b) noexcept {
  if (a.writing == Writing::latin && b.writing == Writing::latin)
    return !a.sounds.empty() && !b.sounds.empty() && a.sounds.front() == b.sounds.front();
  return std::any_of(a.sounds.begin(), a.sounds.end(), [&](const std::string& sound) {
    return std::find(b.sounds.begin(), b.sounds.end(), sound) != b.sounds.end();
  });
}

std::ptrdiff_t archaic_particles(const SpellingKeys& keys) noexcept {
  return std::count_if(keys.kanji.begin(), keys.kanji.end(),
                       [](char32_t c) { return c == U'之' || c == U'乃'; });
}

bool same_but_for_kanji(const SpellingKeys& a, const SpellingKeys& b) noexcept {
  return (is_subsequence(a.kanji, b.kanji) || is_subsequence(b.kanji, a.kanji)) &&
         archaic_particles(a) == archaic_particles(b) && share_sound(a, b);
}

}  // namespace

std::optional<MatchTier> same_word(const SpellingKeys& a, const SpellingKeys& b) {
  if (a.folded == b.folded) return MatchTier::folded;
  if (a.numerals != b.numerals) return std::nullopt;
  const bool both_kanji = a.writing == Writing::kanji && b.writing == Writing::kanji;
  if (both_kanji && same_but_for_kanji(a, b)) return MatchTier::mixed;
  if (a.stem == b.stem) return MatchTier::stem;
  if (both_kanji) return std::nullopt;
  if (share_sound(a, b)) return MatchTier::reading;
  if (leaves_lengths_out(a, b) || leaves_lengths_out(b, a)) return MatchTier::lossy;
  return std::nullopt;
}

bool leaves_lengths_out(const SpellingKeys& typed, const SpellingKeys& full) {
  if (typed.writing != Writing::latin || typed.sounds.empty()) return false;
  const std::string& sound = typed.sounds.front();
  const std::string lossy = text::lossy_key(sound);
  return std::any_of(full.sounds.begin(), full.sounds.end(), [&](const std::string& longer) {
    return longer.size() > sound.size() && text::lossy_key(longer) == lossy &&
           is_subsequence(text::to_code_points(sound), text::to_code_points(longer));
  });
}

std::vector<std::string> join_keys(const SpellingKeys& keys) {
  std::vector<std::string> filed{"E" + keys.stem};
  for (const std::string& sound : keys.sounds) filed.push_back("Y" + sound);
  for (const std::string& lossy : keys.lossy) filed.push_back("L" + lossy);
  std::sort(filed.begin(), filed.end());
  filed.erase(std::unique(filed.begin(), filed.end()), filed.end());
  return filed;
}

}  // namespace ficsearch::tags
