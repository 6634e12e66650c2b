// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/typed_tag.h"

#include <algorithm>

#include "base/utf8.h"
#include "tags/script.h"
#include "text/keys.h"
#include "text/reading_key.h"
#include "text/romaji.h"

namespace ficsearch::tags {
namespace {

// One kana is in the middle of nearly everything; one kanji says something.
constexpr std::size_t kLeastKanaWithin = 2;

bool stands_within_words(const std::string& fold) {
  if (text::has_kanji(fold)) return true;
  std::size_t characters = 0;
  for (std::size_t offset = 0; offset < fold.size(); ++characters)
    base::next_code_point(fold, offset);
  return is_kana(script_of(fold)) && characters >= kLeastKanaWithin;
}

}  // namespace

TypedTag::TypedTag(std::string_view utf8)
    : written_(utf8),
      fold_(text::fold_key(utf8)),
      may_stand_within_(stands_within_words(fold_)),
      begins_(text::typed_prefixes(utf8)) {
  const SpellingScript script = script_of(fold_);
  if (is_kana(script)) sounds_ = {text::reading_key(utf8)};
  if (script == SpellingScript::latin) sounds_ = text::romaji_candidates(utf8);
}

std::optional<Fit> TypedTag::fit(std::string_view fold_key,
                                 std::span<const std::string> sounds) const {
  std::optional<Fit> best = fit_writing(fold_key);
  for (const std::string& sound : sounds)
    if (const auto fit = fit_sound(sound); fit && (!best || *fit < *best)) best = fit;
  return best;
}

std::optional<Fit> TypedTag::fit_writing(std::string_view fold_key) const {
  if (fold_.empty() || fold_key.empty()) return std::nullopt;
  if (fold_key == fold_) return Fit::exact;
  if (fold_key.starts_with(fold_)) return Fit::begins;
  if (may_stand_within_)
    return fold_key.find(fold_) != fold_key.npos ? std::optional(Fit::holds) : std::nullopt;
  return fold_key.find(" " + fold_) != fold_key.npos ? std::optional(Fit::holds) : std::nullopt;
}

std::optional<Fit> TypedTag::fit_sound(std::string_view sound) const {
  const auto begins_with = [&](const std::string& prefix) { return sound.starts_with(prefix); };
  if (std::find(sounds_.begin(), sounds_.end(), sound) != sounds_.end()) return Fit::same_sound;
  if (std::any_of(begins_.usual.begin(), begins_.usual.end(), begins_with)) return Fit::begins;
  if (std::any_of(begins_.rare.begin(), begins_.rare.end(), begins_with)) return Fit::holds;
  return std::nullopt;
}

}  // namespace ficsearch::tags
