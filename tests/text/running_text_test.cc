// SPDX-License-Identifier: GPL-3.0-or-later
// What the user dictionary does to running text: words of fiction come out whole and are read
// right, and neutral sentences stay as IPADIC alone cuts them.
#include <mecab.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "support/rows.h"
#include "text/keys.h"
#include "text/mecab_tagger.h"

using namespace ficsearch::text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

namespace {

std::string_view reading_of(const Morpheme& word, std::string_view surface) {
  std::string_view rest = word.features;
  for (int column = 0; column < 7; ++column) {
    const std::size_t comma = rest.find(',');
    if (comma == std::string_view::npos) return surface;
    rest.remove_prefix(comma + 1);
  }
  return rest.substr(0, rest.find(','));
}

// The reading of `part` in `sentence`, folded; empty if a word reaches over its borders.
std::string reading_in(MecabTagger& tagger, std::string_view sentence, std::string_view part) {
  const std::size_t begin = sentence.find(part);
  const std::size_t end = begin + part.size();
  std::string reading;
  for (const Morpheme& word : tagger.parse(sentence)) {
    if (word.end <= begin || word.begin >= end) continue;
    if (word.begin < begin || word.end > end) return {};
    reading += reading_of(word, sentence.substr(word.begin, word.end - word.begin));
  }
  return fold_key(reading);
}

std::string cut(MecabTagger& tagger, std::string_view sentence) {
  std::string words;
  for (const Morpheme& word : tagger.parse(sentence))
    words.append(words.empty() ? "" : " ")
        .append(sentence.substr(word.begin, word.end - word.begin));
  return words;
}

// IPADIC without the user dictionary, which the product never runs.
std::unique_ptr<MeCab::Tagger> stock_tagger() {
  std::unique_ptr<MeCab::Tagger> tagger(
      MeCab::createTagger("-r /dev/null -Owakati -d " FICSEARCH_IPADIC_DIR));
  REQUIRE(tagger);
  return tagger;
}

std::string cut(MeCab::Tagger& tagger, const std::string& sentence) {
  std::string words = tagger.parse(sentence.c_str());
  words.erase(words.find_last_not_of(" \n") + 1);
  return words;
}

}  // namespace

TEST_CASE("running text: 95 of 100 words of fiction come out whole and read right", "[text]") {
  MecabTagger tagger;
  const auto rows = read_rows("text/trope_sentences.tsv");
  REQUIRE(rows.size() >= 100);
  std::size_t right = 0;
  for (const Row& row : rows) {
    const bool is_right = reading_in(tagger, row["sentence"], row["word"]) == row["reading"];
    if (!is_right) UNSCOPED_INFO(cut(tagger, row["sentence"]));
    right += is_right;
  }
  CHECK(right * 100 >= rows.size() * 95);
}

TEST_CASE("running text: neutral sentences are cut as without the user dictionary", "[text]") {
  MecabTagger tagger;
  const auto stock = stock_tagger();
  std::map<std::string, std::string> tolerated;
  for (const Row& row : read_rows("text/neutral_tolerated.tsv"))
    tolerated[row["sentence"]] = row["words"];

  const auto rows = read_rows("text/neutral_sentences.tsv");
  REQUIRE(rows.size() >= 300);
  std::size_t changed = 0;
  for (const Row& row : rows) {
    const std::string ours = cut(tagger, row["sentence"]);
    if (ours == cut(*stock, row["sentence"])) continue;
    ++changed;
    INFO(row["why"] << ": " << row["sentence"]);
    CHECK(tolerated[row["sentence"]] == ours);
  }
  CHECK(changed == tolerated.size());
  CHECK(changed * 1000 <= rows.size() * 3);
}
