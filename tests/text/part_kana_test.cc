// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/part_kana.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/rows.h"
#include "text/code_points.h"
#include "text/word_forms.h"

namespace ficsearch::text {
namespace {

using test::read_rows;
using test::Row;

const ReadingTable& known_words() {
  static const ReadingTable table(to_table(word_forms(test::read_data("text/part_kana.edict"),
                                                      test::read_data("text/part_kana.ipadic"))));
  return table;
}

std::string found(const ReadingTable& words, std::string_view text) {
  std::string list;
  for (const KnownWord& word : words_in_part_kana(words, text))
    list += (list.empty() ? "" : " ") + word.surface + "=" + word.reading;
  return list;
}

TEST_CASE("part kana: the words that a form can be", "[text]") {
  for (const Row& row : read_rows("text/part_kana.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(found(known_words(), row["text"]) == row["words"]);
    }
}

TEST_CASE("part kana: an empty table knows nothing", "[text]") {
  CHECK(found(ReadingTable(), "せんにん力").empty());
  CHECK(found(ReadingTable(), "").empty());
}

TEST_CASE("part kana: a word with any of its kanji as they are read is found", "[text]") {
  // Each kanji with its own part of the reading.
  const std::vector<std::pair<std::string, std::string>> kWord{
      {"青", "せい"}, {"果", "か"}, {"物", "ぶつ"}, {"商", "しょう"}};
  const ReadingTable words(
      to_table(word_forms("青果物商 [せいかぶつしょう] /(n) greengrocer/\n", "")));
  rc::prop("whichever stay", [&](const std::array<bool, 4>& stays) {
    std::string text;
    for (std::size_t i = 0; i < kWord.size(); ++i)
      text += stays[i] ? kWord[i].first : kWord[i].second;
    const bool has_kanji = text != "せいかぶつしょう";
    RC_ASSERT(found(words, text) == (has_kanji ? "青果物商=せいかぶつしょう" : ""));
  });
}

TEST_CASE("word forms: found by how they begin in writing and in sound", "[text]") {
  const WordReadings forms = word_forms(
      "お決まり [おきまり] /(n) usual/\n"
      "取り潰す [とりつぶす] /(v5s) to close/\n"
      "甘藷 [いも] /(ok) (n) potato/\n",
      "千人力,1285,1285,7265,名詞,一般,*,*,*,*,千人力,センニンリキ,"
      "センニンリキ\n不完全,1285\n");
  CHECK(to_table(forms) ==
        "おきまり\tお決まり\nせんにんりき\t千人力\nとりつぶす\t取り潰す\n"
        "千人力\tせんにんりき\n取り潰す\tとりつぶす\n");
}

}  // namespace
}  // namespace ficsearch::text
