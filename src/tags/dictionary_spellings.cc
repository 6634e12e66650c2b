// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/dictionary_spellings.h"

#include <algorithm>
#include <set>

#include "tags/same_word.h"
#include "tags/spelling_digest.h"
#include "text/censored_match.h"
#include "text/code_points.h"
#include "text/kanji.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

bool is_sensitive(const Dictionary& dictionary, ConceptRef ref) {
  const auto is_warning = [&](ConceptRef due) {
    const Facet facet = dictionary[due].facet;
    return facet == Facet::warning || facet == Facet::advisory;
  };
  const auto derived = dictionary.derived(ref);
  return is_warning(ref) || std::any_of(derived.begin(), derived.end(), is_warning);
}

// Whether a written form is Chinese only: what it would sound like in Japanese says nothing (高塔
// would be こうとう, and 轻小 けいしょう). Old kanji, as in 龍, look the same here, so they have
// the readings that somebody confirmed, and no others.
bool is_chinese(const Concept& subject, std::string_view surface_key) {
  const auto is_label = [&](std::string_view language) {
    return std::any_of(subject.labels.begin(), subject.labels.end(), [&](const auto& label) {
      return label.first == language && text::surface_key(label.second) == surface_key;
    });
  };
  const std::u32string text = text::to_code_points(surface_key);
  return (is_label("zh") && !is_label("ja")) ||
         std::any_of(text.begin(), text.end(),
                     [](char32_t c) { return text::usual_kanji(c) != c; });
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

}  // namespace

DictionarySpellings::DictionarySpellings(const Dictionary& dictionary, SpellingReader& reader)
    : dictionary_(dictionary) {
  for (std::uint32_t i = 0; i < dictionary.concepts().size(); ++i)
    add_concept(ConceptRef{i}, reader);
  for (std::uint32_t place = 0; place < spellings_.size(); ++place)
    for (std::string& key : join_keys(spellings_[place].keys))
      by_key_[std::move(key)].push_back(place);
}

std::vector<std::string> DictionarySpellings::written_forms(const Concept& subject) {
  std::set<std::string> forms{subject.id};
  for (const auto& label : subject.labels) forms.insert(label.second);
  for (const ConceptSpelling& spelling : subject.spellings) forms.insert(spelling.text);
  return {forms.begin(), forms.end()};
}

SpellingKeys DictionarySpellings::keys_of(const std::string& written,
                                          SpellingReader& reader) const {
  if (const auto digest = dictionary_.spelling_digest(written))
    return read_spelling_digest(*digest);
  return *reader.keys_of(written);
}

void DictionarySpellings::add_concept(ConceptRef ref, SpellingReader& reader) {
  const Concept& subject = dictionary_[ref];
  std::vector<std::string> confirmed;
  const auto confirm = [&](const SpellingKeys& kana) {
    for (const std::string& sound : kana.sounds)
      if (std::find(confirmed.begin(), confirmed.end(), sound) == confirmed.end())
        confirmed.push_back(sound);
  };

  const auto first = static_cast<std::uint32_t>(spellings_.size());
  for (const std::string& reading : subject.readings) confirm(keys_of(reading, reader));
  for (const std::string& form : written_forms(subject)) {
    spellings_.push_back({ref, keys_of(form, reader)});
    if (spellings_.back().keys.writing == Writing::kana) confirm(spellings_.back().keys);
  }
  const bool is_sounded = !confirmed.empty();
  for (auto spelling = spellings_.begin() + first; spelling != spellings_.end(); ++spelling) {
    SpellingKeys& keys = spelling->keys;
    if (keys.writing == Writing::latin && is_sounded) set_sounds(keys, {});
    if (keys.writing != Writing::kanji) continue;
    std::vector<std::string> sounds = confirmed;
    const bool is_read = !is_sounded || !is_chinese(subject, keys.surface);
    if (is_read && !keys.sounds.empty() &&
        std::find(sounds.begin(), sounds.end(), keys.sounds.front()) == sounds.end())
      sounds.push_back(keys.sounds.front());
    set_sounds(keys, std::move(sounds));
  }
  if (is_sensitive(dictionary_, ref))
    for (auto place = first; place < spellings_.size(); ++place) sensitive_.push_back(place);
}

std::span<const std::uint32_t> DictionarySpellings::with_join_key(std::string_view join_key) const {
  const auto found = by_key_.find(std::string(join_key));
  return found == by_key_.end() ? std::span<const std::uint32_t>() : found->second;
}

std::vector<ConceptRef> DictionarySpellings::censored_as(std::string_view surface_key) const {
  if (!text::has_censor_mark(surface_key)) return {};
  // A mark stands for one character. To count them is cheap, and rules out nearly all.
  const std::size_t characters = count_characters(surface_key);
  std::set<ConceptRef> targets;
  for (const std::uint32_t place : sensitive_)
    if (count_characters(spellings_[place].keys.surface) == characters &&
        text::censored_match(surface_key, spellings_[place].keys.surface))
      targets.insert(spellings_[place].target);
  return {targets.begin(), targets.end()};
}

}  // namespace ficsearch::tags
