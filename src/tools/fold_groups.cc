// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/fold_groups.h"

#include <algorithm>

#include "text/keys.h"
#include "text/reading_key.h"

namespace ficsearch::tools {

void FoldGroups::add(std::string_view surface, std::string_view reading) {
  if (!text::has_kanji(surface)) return;
  surfaces_by_key_[text::fold_key(surface)][std::string(surface)].insert(
      text::reading_key(reading));
}

std::size_t FoldGroups::surface_count() const noexcept {
  std::size_t count = 0;
  for (const auto& [key, surfaces] : surfaces_by_key_) count += surfaces.size();
  return count;
}

std::vector<FoldGroup> FoldGroups::joined() const {
  std::vector<FoldGroup> groups;
  for (const auto& [key, surfaces] : surfaces_by_key_)
    if (surfaces.size() > 1) groups.push_back({key, surfaces});
  return groups;
}

bool has_common_reading(const FoldGroup& group) {
  const std::set<std::string>& candidates = group.surfaces.begin()->second;
  return std::any_of(candidates.begin(), candidates.end(), [&](const std::string& reading) {
    return std::all_of(group.surfaces.begin(), group.surfaces.end(),
                       [&](const auto& surface) { return surface.second.count(reading) != 0; });
  });
}

}  // namespace ficsearch::tools
