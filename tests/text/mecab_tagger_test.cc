// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/mecab_tagger.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

using namespace ficsearch::text;

namespace {

std::string words_of(std::span<const Morpheme> morphemes, std::string_view sentence) {
  std::string words;
  for (const Morpheme& morpheme : morphemes)
    words.append(sentence.substr(morpheme.begin, morpheme.end - morpheme.begin)).append("|");
  return words;
}

std::string cut(MecabTagger& tagger, std::string_view sentence) {
  return words_of(tagger.parse(sentence), sentence);
}

}  // namespace

TEST_CASE("mecab: a sentence falls into its words", "[text]") {
  MecabTagger tagger;
  CHECK(cut(tagger, "") == "");
  CHECK(cut(tagger, " ") == "");
  CHECK(cut(tagger, "人々の声") == "人々|の|声|");
  CHECK(cut(tagger, " 魔法 少女 ") == "魔法|少女|");
}

TEST_CASE("mecab: words carry the dictionary's features", "[text]") {
  MecabTagger tagger;
  const auto morphemes = tagger.parse("少女");
  REQUIRE(morphemes.size() == 1);
  CHECK(morphemes[0].features.starts_with("名詞,"));
  CHECK(morphemes[0].features.ends_with("ショウジョ,ショージョ"));
}

TEST_CASE("mecab: the longest sentence is cut to its end", "[text]") {
  MecabTagger tagger;
  std::string sentence;
  while (sentence.size() + 3 <= MecabTagger::kMaxSentenceBytes) sentence += "あ";
  const auto morphemes = tagger.parse(sentence);
  REQUIRE_FALSE(morphemes.empty());
  CHECK(morphemes.back().end == sentence.size());
}

TEST_CASE("mecab: a tagger can be moved", "[text]") {
  MecabTagger first;
  MecabTagger second = std::move(first);
  CHECK(cut(second, "少女") == "少女|");
}
