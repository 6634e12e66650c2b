// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/known_tags.h"

#include <algorithm>

#include "ficsearch/text.h"

namespace ficsearch::search {

bool RegistryTags::bears(std::optional<Facet> facet, std::string_view fold_key) const {
  const std::vector<store::TagEntry>& entries = registry_.with_fold(fold_key);
  return std::any_of(entries.begin(), entries.end(),
                     [&](const store::TagEntry& entry) { return !facet || entry.facet == *facet; });
}

std::vector<std::string> RegistryTags::nearest(std::string_view text, std::size_t limit) const {
  if (!written_) {
    written_.emplace();
    registry_.for_each([&](const store::TagEntry& entry) { written_->push_back(entry.written); });
  }
  return nearest_names(text, *written_, limit);
}

}  // namespace ficsearch::search
