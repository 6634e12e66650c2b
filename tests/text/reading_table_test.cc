// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/reading_table.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ficsearch/error.h"
#include "support/temporary_directory.h"
#include "text/edict_words.h"

using namespace ficsearch::text;
using Readings = std::vector<std::string_view>;

TEST_CASE("reading table: an empty one knows nothing", "[text]") {
  CHECK(ReadingTable().find("亜").empty());
  CHECK(ReadingTable().find("").empty());
}

TEST_CASE("reading table: a surface is found whole only", "[text]") {
  const ReadingTable table(
      std::string("亜人\tアジン\n亜人種\tアジンシュ\n大人\tオトナ タイジン\n"));
  CHECK(table.find("亜人") == Readings{"アジン"});
  CHECK(table.find("亜人種") == Readings{"アジンシュ"});
  CHECK(table.find("大人") == Readings{"オトナ", "タイジン"});
  for (const char* unknown : {"亜", "亜人種族", "人", "零", "アジン", ""})
    CHECK(table.find(unknown).empty());
}

TEST_CASE("reading table: finds what was written and nothing else", "[text]") {
  rc::prop("looking up equals the map", [](const std::map<std::string, int>& seeds) {
    WordReadings words;
    for (const auto& [seed, count] : seeds) {
      std::string surface;
      for (const char c : seed) surface += static_cast<char>('a' + (c & 3));
      words[surface + "x"] = {"ア" + std::to_string(count)};
    }
    const ReadingTable table(to_table(words));
    for (const auto& [surface, readings] : words) {
      RC_ASSERT(table.find(surface) == Readings(readings.begin(), readings.end()));
      if (!words.contains(surface + "a")) RC_ASSERT(table.find(surface + "a").empty());
    }
  });
}

TEST_CASE("reading table: a missing file is an error", "[text]") {
  const ficsearch::test::TemporaryDirectory folder;
  CHECK_THROWS_AS(ReadingTable::load(folder.path() / "none.tsv"), ficsearch::Error);
}
