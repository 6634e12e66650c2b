// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/completer.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.h"
#include "tags/script.h"
#include "text/keys.h"
#include "text/reading_key.h"
#include "text/romaji.h"

namespace ficsearch::tags {
namespace {

// One kana is in the middle of nearly everything; one kanji says something.
constexpr std::size_t kLeastKanaWithin = 2;

bool is_kana(SpellingScript script) noexcept {
  return script == SpellingScript::hiragana || script == SpellingScript::katakana ||
         script == SpellingScript::kana;
}

bool may_stand_within(const std::string& fold) {
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
      may_stand_within_(may_stand_within(fold_)),
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

Completer::Completer(const Dictionary& dictionary) : dictionary_(dictionary) {
  names_.reserve(dictionary.aliases().size() * 2);
  for (const Dictionary::Alias& alias : dictionary.aliases()) add(alias.target, alias.text, false);
  for (std::size_t i = 0; i < dictionary.concepts().size(); ++i)
    for (const std::string& reading : dictionary.concepts()[i].readings)
      add(static_cast<ConceptRef>(i), reading, true);
}

void Completer::add(ConceptRef owner, std::string_view text, bool is_reading) {
  Name name{is_reading ? "" : text::fold_key(text), {}, owner, text};
  if (is_kana(script_of(text))) name.sounds = {text::reading_key(text)};
  names_.push_back(std::move(name));
}

std::vector<Completion> Completer::complete(const TypedTag& typed) const {
  // Of names that fit alike, the label says most, then the shortest.
  using Rank = std::tuple<Fit, bool, std::size_t, std::string_view>;
  std::map<ConceptRef, Rank> best;
  for (const Name& name : names_) {
    const auto fit = typed.fit(name.fold, name.sounds);
    if (!fit) continue;
    const bool is_other = name.text != dictionary_[name.owner].label();
    const Rank rank{*fit, is_other, name.text.size(), name.text};
    const auto [entry, is_new] = best.try_emplace(name.owner, rank);
    if (!is_new) entry->second = std::min(entry->second, rank);
  }
  std::vector<Completion> completions;
  for (const auto& [target, rank] : best)
    completions.push_back({target, std::get<Fit>(rank), std::get<std::string_view>(rank)});
  std::stable_sort(completions.begin(), completions.end(),
                   [](const Completion& a, const Completion& b) { return a.fit < b.fit; });
  return completions;
}

}  // namespace ficsearch::tags
