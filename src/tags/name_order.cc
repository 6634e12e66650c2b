// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/name_order.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "text/lossy_key.h"
#include "text/name_parts.h"
#include "text/name_readings.h"
#include "text/romaji.h"

namespace ficsearch::tags {
namespace {

using text::NamePart;

// The lossy keys of all that a word can mean as romaji; none if it is no romaji.
std::vector<std::string> sounds_of(std::string_view word) {
  std::vector<std::string> sounds;
  for (const std::string& sound : text::romaji_candidates(word)) {
    if (std::any_of(sound.begin(), sound.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      return {};
    sounds.push_back(text::lossy_key(sound));
  }
  return sounds;
}

bool is_any(NamePart part, const std::vector<std::string>& sounds) {
  return std::any_of(sounds.begin(), sounds.end(), [&](const std::string& sound) {
    return text::is_name_sound(text::installed_name_parts(), part, sound);
  });
}

using Words = std::pair<std::string_view, std::string_view>;

std::optional<Words> two_words(std::string_view fold_key) {
  const std::size_t blank = fold_key.find(' ');
  if (blank == fold_key.npos || fold_key.find(' ', blank + 1) != fold_key.npos) return std::nullopt;
  return Words(fold_key.substr(0, blank), fold_key.substr(blank + 1));
}

}  // namespace

std::string name_key(std::string_view fold_key) {
  const auto words = two_words(fold_key);
  if (!words || sounds_of(words->first).empty() || sounds_of(words->second).empty()) return {};
  const auto& [least, greatest] = std::minmax(words->first, words->second);
  return std::string(least).append(" ").append(greatest);
}

bool is_listed_name(std::string_view fold_key) {
  const auto words = two_words(fold_key);
  if (!words) return false;
  const auto first = sounds_of(words->first);
  const auto second = sounds_of(words->second);
  return (is_any(NamePart::surname, first) && is_any(NamePart::given_name, second)) ||
         (is_any(NamePart::surname, second) && is_any(NamePart::given_name, first));
}

}  // namespace ficsearch::tags
