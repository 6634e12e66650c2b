// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lemma_key.h"

#include <algorithm>

#include "text/ipadic_features.h"
#include "text/keys.h"
#include "text/reading_key.h"

namespace ficsearch::text {
namespace {

bool is_inflected(std::string_view part_of_speech) noexcept {
  return part_of_speech == "動詞" || part_of_speech == "形容詞";
}

// 寝取ら|れ, 寝取ら|せ|て: endings of the verb before them. Not those that deny it.
bool is_ending(std::string_view part_of_speech, std::string_view detail,
               std::string_view base) noexcept {
  const bool is_denial = base == "ない" || base == "なし" || base == "ぬ" || base == "ん";
  return (part_of_speech == "助動詞" && !is_denial) ||
         (part_of_speech == "動詞" && (detail == "接尾" || detail == "非自立")) ||
         (part_of_speech == "助詞" && detail == "接続助詞");
}

}  // namespace

std::string lemma_key(MecabTagger& tagger, std::string_view utf8) {
  const std::string surface = surface_key(utf8);
  if (!has_kanji(surface) || surface.size() > MecabTagger::kMaxSentenceBytes) return {};
  std::string key;
  bool any_inflected = false;
  for (const Morpheme& word : tagger.parse(surface)) {
    const std::string_view part_of_speech = feature_column(word.features, kPartOfSpeech);
    const std::string_view base = feature_column(word.features, kBaseForm);
    if (is_ending(part_of_speech, feature_column(word.features, kPartOfSpeechDetail), base))
      continue;
    any_inflected = any_inflected || is_inflected(part_of_speech);
    key += base.empty() || base == "*"
               ? std::string_view(surface).substr(word.begin, word.end - word.begin)
               : base;
  }
  return any_inflected ? key : std::string();
}

}  // namespace ficsearch::text
