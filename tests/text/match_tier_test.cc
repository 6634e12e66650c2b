// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/match_tier.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"
#include "text/censored_match.h"

using namespace ficsearch::text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

TEST_CASE("strongest match: rows", "[text]") {
  MecabTagger tagger;
  for (const Row& row : read_rows("text/match_tier.tsv")) {
    DYNAMIC_SECTION(row["why"]) {
      const auto tier = strongest_match(tagger, row["query"], {row["tag"], row["reading"]});
      CHECK((tier ? std::string(to_string(*tier)) : "none") == row["tier"]);
    }
  }
}

TEST_CASE("censored match: a mark hides exactly one character, and most are shown", "[text]") {
  CHECK(censored_match("N〇R", "NTR"));
  CHECK(censored_match("ﾈﾄ＊ﾚ", "ネトラレ"));
  CHECK(censored_match("調○", "調教"));
  CHECK_FALSE(censored_match("NTR", "NTR"));
  CHECK_FALSE(censored_match("N〇R", "NTRS"));
  CHECK_FALSE(censored_match("N〇〇", "NTR"));
  CHECK_FALSE(censored_match("", ""));
}

TEST_CASE("censored match: a ring between numerals is zero", "[text]") {
  CHECK_FALSE(censored_match("二〇二四", "二千二四"));
  CHECK_FALSE(censored_match("一〇〇一", "一二三一"));
  CHECK(censored_match("一〇〇人", "一二三人"));
  CHECK_FALSE(has_censor_mark("二〇二四年"));
  CHECK(has_censor_mark("N〇R"));
}

TEST_CASE("mixed script: kanji of one in the other, in order, and one sound", "[text]") {
  CHECK(same_but_for_kanji({"幼なじみ", "おさななじみ"}, {"幼馴染", "おさななじみ"}));
  CHECK(same_but_for_kanji({"取替子", "とりかえこ"}, {"取り替え子", "とりかえこ"}));
  CHECK_FALSE(same_but_for_kanji({"公爵", "こうしゃく"}, {"侯爵", "こうしゃく"}));
  CHECK_FALSE(same_but_for_kanji({"ゆり", "ゆり"}, {"百合", "ゆり"}));
  CHECK_FALSE(same_but_for_kanji({"寝とり", "ねとり"}, {"寝取られ", "ねとられ"}));
}
