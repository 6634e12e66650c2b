// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/match_tier.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/censored_match.h"
#include "text/keys.h"
#include "text/lossy_key.h"
#include "text/reading_key.h"
#include "text/readings.h"
#include "text/romaji.h"
#include "text/stem_key.h"

namespace ficsearch::text {
namespace {

bool contains(const std::vector<std::string>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool matches_mixed(MecabTagger& tagger, std::string_view query, const ReadSpelling& tag) {
  if (kanji_of(query).empty()) return false;
  const std::vector<Reading> readings = readings_of(tagger, query);
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return same_but_for_kanji({std::string(query), reading.kana}, tag);
  });
}

// What the tag sounds like: its reading, or the tag itself if it needs none.
std::optional<std::string> sound_of(const ReadSpelling& tag) {
  if (!tag.reading.empty()) return reading_key(tag.reading);
  if (has_kanji(tag.text)) return std::nullopt;
  return reading_key(tag.text);
}

std::optional<MatchTier> matching_sound(std::string_view query, const ReadSpelling& tag) {
  const std::optional<std::string> sound = sound_of(tag);
  if (!sound || has_kanji(query)) return std::nullopt;
  if (contains(romaji_candidates(query), *sound)) return MatchTier::reading;
  const std::vector<std::string> lossy = lossy_keys(query);
  if (contains(lossy, lossy_key(*sound)) ||
      (!has_kanji(tag.text) && contains(lossy, lossy_key(fold_key(tag.text)))))
    return MatchTier::lossy;
  return std::nullopt;
}

}  // namespace

std::string_view to_string(MatchTier tier) noexcept {
  switch (tier) {
    case MatchTier::surface:
      return "S";
    case MatchTier::folded:
      return "F";
    case MatchTier::mixed:
      return "M";
    case MatchTier::censored:
      return "C";
    case MatchTier::stem:
      return "E";
    case MatchTier::reading:
      return "Y";
    case MatchTier::lossy:
      return "L";
  }
  return "";
}

std::optional<MatchTier> strongest_match(MecabTagger& tagger, std::string_view query,
                                         const ReadSpelling& tag) {
  if (surface_key(query) == surface_key(tag.text)) return MatchTier::surface;
  if (fold_key(query) == fold_key(tag.text)) return MatchTier::folded;
  if (matches_mixed(tagger, query, tag)) return MatchTier::mixed;
  if (censored_match(query, tag.text)) return MatchTier::censored;
  if (stem_key(query) == stem_key(tag.text)) return MatchTier::stem;
  return matching_sound(query, tag);
}

}  // namespace ficsearch::text
