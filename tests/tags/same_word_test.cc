// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/same_word.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "support/rows.h"
#include "tags/kanji_numerals.h"
#include "tags/numerals.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

std::string tier_of(const SpellingKeys& a, const SpellingKeys& b) {
  const auto tier = same_word(a, b);
  return tier ? std::string(text::to_string(*tier)) : "-";
}

// Whether an index that filed one form finds it with the keys of the other, at the tier of both.
bool is_found(const SpellingKeys& a, const SpellingKeys& b, text::MatchTier tier) {
  const std::vector<std::string> of_a = join_keys(a);
  const std::vector<std::string> of_b = join_keys(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](const std::string& key) {
    return join_letters(tier).find(key.front()) != std::string_view::npos &&
           std::binary_search(of_b.begin(), of_b.end(), key);
  });
}

std::vector<test::Row> rows() {
  std::vector<test::Row> rows = test::read_rows("tags/same_word.tsv");
#ifdef FICSEARCH_EDICT
  for (const test::Row& row : test::read_rows("tags/same_word_with_edict.tsv")) rows.push_back(row);
#endif
  return rows;
}

TEST_CASE("same word: the strongest tier, from either side", "[tags]") {
  SpellingReader reader;
  for (const test::Row& row : rows())
    DYNAMIC_SECTION(row["a"] << " / " << row["b"] << ": " << row["why"]) {
      const auto a = reader.keys_of(row["a"]);
      const auto b = reader.keys_of(row["b"]);
      CHECK(tier_of(*a, *b) == row["tier"]);
      CHECK(tier_of(*b, *a) == row["tier"]);
    }
}

TEST_CASE("same word: whatever is one word below a folded key shares a join key", "[tags]") {
  SpellingReader reader;
  std::vector<std::string> forms;
  for (const test::Row& row : rows()) {
    forms.push_back(row["a"]);
    forms.push_back(row["b"]);
  }
  for (const std::string& a : forms)
    for (const std::string& b : forms) {
      const auto tier = same_word(*reader.keys_of(a), *reader.keys_of(b));
      if (!tier || *tier == text::MatchTier::folded) continue;
      CAPTURE(a, b);
      CHECK(is_found(*reader.keys_of(a), *reader.keys_of(b), *tier));
    }
}

TEST_CASE("same word: of persons alone the order of two romaji words is free", "[tags]") {
  SpellingReader reader;
  const auto a = reader.keys_of("hakurei_reimu");
  const auto b = reader.keys_of("Reimu Hakurei");
  for (const Facet facet : kAllFacets) {
    CAPTURE(to_string(facet));
    const bool is_person = facet == Facet::character || facet == Facet::author;
    CHECK(same_word(*a, *b, order_in(facet)).has_value() == is_person);
  }
  CHECK(!same_word(*a, *b, order_in(std::nullopt)));
  CHECK(
      !same_word(*reader.keys_of("Henry James"), *reader.keys_of("James Henry"), Order::of_names));
}

TEST_CASE("kanji numerals: digits that count are spelled out", "[tags]") {
  CHECK(with_kanji_numerals("3本") == "三本");
  CHECK(with_kanji_numerals("1024年と10日") == "千二十四年と十日");
  CHECK(with_kanji_numerals("第3") == "第三");
  CHECK(with_kanji_numerals("2110人") == "二千百十人");
  for (const char* same : {"学園2", "3d化", "007号", "20260101版", "二人", ""})
    CHECK(with_kanji_numerals(same) == same);
  CHECK(has_kanji_numeral("第三期"));
  CHECK(!has_kanji_numeral("第3期"));
}

TEST_CASE("numerals: what tells sequels apart, in order", "[tags]") {
  CHECK(numerals_of("final fantasy ii") == "ii ");
  CHECK(numerals_of("第3期") == "3 ");
  CHECK(numerals_of("とある科学の超電磁砲t") == "t ");
  CHECK(numerals_of("b\u014Dken") == "");
  CHECK(numerals_of("ten'i") == "");
  CHECK(numerals_of("top o nerae 2") == "2 ");
}

}  // namespace
}  // namespace ficsearch::tags
