// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::tools {

// A written form and the reading keys (text/reading_key.h) of all its readings.
using SurfaceReadings = std::map<std::string, std::set<std::string>>;

// Surfaces that one folded key joins; two or more.
struct FoldGroup {
  std::string key;
  SurfaceReadings surfaces;
};

// Sorts written forms into the groups that the folded key makes of them, to find forms that it
// joins although they are different words.
class FoldGroups {
 public:
  // Adds one reading of a surface. Surfaces without kanji say nothing about the rules for kanji and
  // are passed over. Input is well-formed UTF-8.
  void add(std::string_view surface, std::string_view reading);

  std::size_t surface_count() const noexcept;

  // In the order of their keys.
  std::vector<FoldGroup> joined() const;

 private:
  std::map<std::string, SurfaceReadings> surfaces_by_key_;
};

// Whether some reading belongs to every surface of `group`. If none does, they are hardly spellings
// of one word.
bool has_common_reading(const FoldGroup& group);

}  // namespace ficsearch::tools
