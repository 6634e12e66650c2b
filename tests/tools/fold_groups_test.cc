// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/fold_groups.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using ficsearch::tools::FoldGroup;
using ficsearch::tools::FoldGroups;

namespace {

std::vector<FoldGroup> joined(const std::vector<std::pair<std::string, std::string>>& readings) {
  FoldGroups groups;
  for (const auto& [surface, reading] : readings) groups.add(surface, reading);
  return groups.joined();
}

}  // namespace

TEST_CASE("fold groups: spellings of one folded key are joined, others are not", "[tools]") {
  const auto groups = joined({{"龍神", "リュウジン"}, {"竜神", "リュウジン"}, {"流人", "ルニン"}});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].key == "竜神");
  CHECK(groups[0].surfaces.size() == 2);
}

TEST_CASE("fold groups: several readings of one surface are no group", "[tools]") {
  CHECK(joined({{"竜", "リュウ"}, {"竜", "タツ"}}).empty());
}

TEST_CASE("fold groups: surfaces without kanji are passed over", "[tools]") {
  FoldGroups groups;
  groups.add("ネコ", "ネコ");
  groups.add("ねこ", "ネコ");
  CHECK(groups.surface_count() == 0);
  CHECK(groups.joined().empty());
}

TEST_CASE("fold groups: a common reading is one that every surface has", "[tools]") {
  const auto has_common = [](const auto& readings) {
    return has_common_reading(joined(readings).at(0));
  };
  using Readings = std::vector<std::pair<std::string, std::string>>;
  CHECK(has_common(Readings{{"嶋", "シマ"}, {"島", "トウ"}, {"島", "シマ"}}));
  CHECK(has_common(Readings{{"龍神", "リュウジン"}, {"竜神", "リュージン"}}));
  CHECK_FALSE(has_common(Readings{{"萬歳", "マンザイ"}, {"万歳", "バンザイ"}}));
  CHECK_FALSE(has_common(Readings{{"嶋", "シマ"}, {"島", "シマ"}, {"島", "トウ"}, {"嶌", "トウ"}}));
}
