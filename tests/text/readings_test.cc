// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/readings.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"
#include "text/keys.h"

using namespace ficsearch::text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

namespace {

std::string_view name_of(ReadingSource source) {
  switch (source) {
    case ReadingSource::user_dictionary:
      return "words";
    case ReadingSource::edict:
      return "edict";
    case ReadingSource::enamdict:
      return "names";
    case ReadingSource::mecab:
      return "mecab";
  }
  return "";
}

std::string to_string(const std::vector<Reading>& readings) {
  std::string text;
  for (const Reading& reading : readings) {
    text.append(text.empty() ? "" : " ").append(fold_key(reading.kana));
    text.append("/").append(name_of(reading.source));
  }
  return text;
}

}  // namespace

TEST_CASE("readings: of what EDICT lacks", "[text]") {
  MecabTagger tagger;
  for (const Row& row : read_rows("text/readings.tsv")) DYNAMIC_SECTION(row["why"]) {
      CHECK(to_string(readings_of(tagger, row["text"])) == row["readings"]);
    }
}

#ifdef FICSEARCH_EDICT
TEST_CASE("readings: of what EDICT knows", "[text]") {
  MecabTagger tagger;
  for (const Row& row : read_rows("text/readings_with_edict.tsv")) DYNAMIC_SECTION(row["why"]) {
      CHECK(to_string(readings_of(tagger, row["text"])) == row["readings"]);
    }
}
#endif
