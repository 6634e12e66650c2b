// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/alike_names.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "support/rows.h"
#include "tags/script.h"
#include "text/keys.h"
#include "text/reading_key.h"

namespace ficsearch::tags {
namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, '|');) parts.push_back(part);
  return parts;
}

// Kana sounds as it is written; kanji are given with a reading, as in 鬼滅の刃=きめつのやいば.
std::vector<std::uint64_t> pieces_of(const std::string& name) {
  const std::size_t equals = name.find('=');
  const std::string written = name.substr(0, equals);
  const std::string fold = text::fold_key(written);
  if (equals != std::string::npos)
    return name_pieces(fold, std::vector{text::reading_key(name.substr(equals + 1))});
  if (script_of(fold) == SpellingScript::latin) return name_pieces(fold, {});
  return name_pieces(fold, std::vector{text::reading_key(written)});
}

std::string best_of(const std::string& typed, const std::vector<std::string>& names) {
  AlikeNames alike(pieces_of(typed));
  for (std::uint32_t i = 0; i < names.size(); ++i) alike.add(i, pieces_of(names[i]));
  std::string best;
  for (const AlikeNames::Alike& each : std::move(alike).best(0.2))
    best += (best.empty() ? "" : "|") + names[each.owner];
  return best;
}

TEST_CASE("alike: names that somebody can have meant, the most alike first", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/alike_names.tsv"))
    DYNAMIC_SECTION(row["typed"] << ": " << row["why"]) {
      CHECK(best_of(row["typed"], split(row["names"])) == row["best"]);
    }
}

TEST_CASE("alike: an owner is found once, by its best name", "[tags]") {
  AlikeNames alike(pieces_of("blue exorcist"));
  alike.add(7, pieces_of("exorcist"));
  alike.add(7, pieces_of("the blue exorcist"));
  alike.add(9, pieces_of("red house"));
  const auto best = std::move(alike).best(0.2);
  REQUIRE(best.size() == 1);
  CHECK(best[0].owner == 7);
  CHECK(best[0].name == 1);
}

TEST_CASE("alike: ties go to the lower owner", "[tags]") {
  AlikeNames alike(pieces_of("kitsune"));
  alike.add(4, pieces_of("kitsunebi"));
  alike.add(2, pieces_of("kitsunebi"));
  alike.add(1, pieces_of("tanuki"));
  const auto best = std::move(alike).best(0.2);
  REQUIRE(best.size() == 2);
  CHECK(best[0].owner == 2);
  CHECK(best[1].owner == 4);
}

TEST_CASE("alike: a text without pieces is like nothing", "[tags]") {
  AlikeNames alike(pieces_of("!?"));
  alike.add(0, pieces_of("anything"));
  CHECK(std::move(alike).best(0.2).empty());
}

}  // namespace
}  // namespace ficsearch::tags
