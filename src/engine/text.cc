// SPDX-License-Identifier: GPL-3.0-or-later
// The public normalizer: checked input in, keys out. display_width and its kin are in src/text,
// where ICU is.
#include "ficsearch/text.h"

#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/keys.h"
#include "text/lossy_key.h"
#include "text/mecab_tagger.h"
#include "text/reading_key.h"
#include "text/readings.h"
#include "text/romaji.h"
#include "text/stem_key.h"

namespace ficsearch {
namespace {

constexpr std::array kAllTiers{Tier::surface, Tier::folded, Tier::reading,
                               Tier::romaji,  Tier::stem,   Tier::lossy};

}  // namespace

std::string_view to_string(Tier tier) noexcept {
  switch (tier) {
    case Tier::surface:
      return "S";
    case Tier::folded:
      return "F";
    case Tier::reading:
      return "Y";
    case Tier::romaji:
      return "R";
    case Tier::stem:
      return "E";
    case Tier::lossy:
      return "L";
  }
  return "unknown";
}

std::optional<Tier> find_tier(std::string_view name) noexcept {
  for (const Tier tier : kAllTiers)
    if (base::equal_ignoring_case(name, to_string(tier))) return tier;
  return std::nullopt;
}

struct Normalizer::Impl {
  std::optional<text::MecabTagger> tagger;

  std::vector<std::string> reading_keys(std::string_view text) {
    if (!text::has_kanji(text)) return {text::reading_key(text)};
    if (!tagger) tagger.emplace();
    std::vector<std::string> keys;
    for (const text::Reading& reading : text::readings_of(*tagger, text))
      keys.push_back(text::reading_key(reading.kana));
    return keys;
  }

  std::vector<std::string> lossy_keys(std::string_view text) {
    if (!text::has_kanji(text)) return text::lossy_keys(text);
    std::vector<std::string> keys;
    for (const std::string& key : reading_keys(text)) keys.push_back(text::lossy_key(key));
    return keys;
  }
};

Normalizer::Normalizer() : impl_(std::make_unique<Impl>()) {}
Normalizer::Normalizer(Normalizer&&) noexcept = default;
Normalizer& Normalizer::operator=(Normalizer&&) noexcept = default;
Normalizer::~Normalizer() = default;

std::vector<std::string> Normalizer::keys(Tier tier, std::string_view utf8) {
  const std::string_view text = base::checked_input(utf8, base::kMaxQueryBytes);
  switch (tier) {
    case Tier::surface:
      return {text::surface_key(text)};
    case Tier::folded:
      return {text::fold_key(text)};
    case Tier::reading:
      return impl_->reading_keys(text);
    case Tier::romaji:
      return text::romaji_candidates(text);
    case Tier::stem:
      return {text::stem_key(text)};
    case Tier::lossy:
      return impl_->lossy_keys(text);
  }
  return {};
}

}  // namespace ficsearch
