// SPDX-License-Identifier: GPL-3.0-or-later
// The public normalizer: checked input in, keys out. display_width and its kin are in src/text,
// where ICU is.
#include "ficsearch/text.h"

#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/keys.h"

namespace ficsearch {
namespace {

constexpr std::array kAllTiers{Tier::surface, Tier::folded};

}  // namespace

std::string_view to_string(Tier tier) noexcept {
  switch (tier) {
    case Tier::surface:
      return "S";
    case Tier::folded:
      return "F";
  }
  return "unknown";
}

std::optional<Tier> find_tier(std::string_view name) noexcept {
  for (const Tier tier : kAllTiers)
    if (base::equal_ignoring_case(name, to_string(tier))) return tier;
  return std::nullopt;
}

std::vector<std::string> normalize(Tier tier, std::string_view utf8) {
  const std::string_view text = base::checked_input(utf8, base::kMaxQueryBytes);
  switch (tier) {
    case Tier::surface:
      return {text::surface_key(text)};
    case Tier::folded:
      return {text::fold_key(text)};
  }
  return {};
}

}  // namespace ficsearch
