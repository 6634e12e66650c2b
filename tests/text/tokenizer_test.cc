// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokenizer.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "support/rows.h"
#include "text/keys.h"
#include "text/stretches.h"
#include "text/text_pieces.h"

using namespace ficsearch::text;
using ficsearch::Error;
using ficsearch::ErrorCode;
using ficsearch::test::any_text;
using ficsearch::test::read_rows;
using ficsearch::test::Row;
using ficsearch::test::text_of_pieces;

namespace {

std::string terms_of(const std::vector<Token>& tokens) {
  std::string terms;
  for (const Token& token : tokens) {
    if (!terms.empty()) terms += ' ';
    terms += token.term;
    if (token.kind == TokenKind::last_char) terms += '$';
  }
  return terms;
}

std::vector<Token> only_words(std::vector<Token> tokens) {
  std::erase_if(tokens, [](const Token& token) { return token.kind != TokenKind::word; });
  for (Token& token : tokens) token.position = 0;  // each view counts its own
  return tokens;
}

bool is_border(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0u) != 0x80;
}

void check_spans(std::string_view text, const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    RC_ASSERT(token.position == i);
    RC_ASSERT(token.begin < token.end);
    RC_ASSERT(token.end <= text.size());
    RC_ASSERT(is_border(text, token.begin));
    RC_ASSERT(is_border(text, token.end));
    if (i > 0) {
      RC_ASSERT(tokens[i - 1].begin <= token.begin);
      RC_ASSERT(tokens[i - 1].end <= token.end);
    }
  }
}

// Whether the bigrams of `part` stand in `text` at consecutive positions.
bool has_bigrams(const std::vector<Token>& text, std::vector<Token> part) {
  std::erase_if(part, [](const Token& token) { return token.kind == TokenKind::last_char; });
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](const Token& a, const Token& b) {
                       return a.kind == b.kind && a.term == b.term;
                     }) != text.end();
}

}  // namespace

TEST_CASE("tokenizer: words and grams of texts", "[text]") {
  Tokenizer tokenizer;
  for (const Row& row : read_rows("text/tokens.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(terms_of(tokenizer.words(row["text"])) == row["words"]);
      CHECK(terms_of(tokenizer.grams(row["text"])) == row["grams"]);
    }
}

TEST_CASE("tokenizer: a span is what the term was found at", "[text]") {
  Tokenizer tokenizer;
  for (const Row& row : read_rows("text/token_spans.tsv"))
    DYNAMIC_SECTION(row["text"] << ", " << row["term"] << ": " << row["why"]) {
      const std::string& text = row["text"];
      const std::vector<Token> tokens =
          row["view"] == "words" ? tokenizer.words(text) : tokenizer.grams(text);
      const auto token = std::find_if(tokens.begin(), tokens.end(),
                                      [&](const Token& t) { return t.term == row["term"]; });
      REQUIRE(token != tokens.end());
      CHECK(text.substr(token->begin, token->end - token->begin) == row["source"]);
    }
}

TEST_CASE("tokenizer: the kind says where a term comes from", "[text]") {
  Tokenizer tokenizer;
  const std::vector<Token> words = tokenizer.words("NTRなし");
  REQUIRE(words.size() == 2);
  CHECK(words[0] == Token{"ntr", TokenKind::word, 0, 0, 3});
  CHECK(words[1] == Token{"なし", TokenKind::segment, 1, 3, 9});
  const std::vector<Token> grams = tokenizer.grams("NTRなし");
  REQUIRE(grams.size() == 3);
  CHECK(grams[0] == Token{"ntr", TokenKind::word, 0, 0, 3});
  CHECK(grams[1] == Token{"なし", TokenKind::bigram, 1, 3, 9});
  CHECK(grams[2] == Token{"し", TokenKind::last_char, 2, 6, 9});
}

TEST_CASE("tokenizer: three siblings share no sequence of words", "[text]") {
  Tokenizer tokenizer;
  const std::string netorare = terms_of(tokenizer.words("寝取られ"));
  const std::string netori = terms_of(tokenizer.words("寝取り"));
  const std::string netorase = terms_of(tokenizer.words("寝取らせ"));
  CHECK(netorare != netori);
  CHECK(netori != netorase);
  CHECK(netorase != netorare);
}

TEST_CASE("tokenizer: a run far longer than a sentence loses no character", "[text]") {
  Tokenizer tokenizer;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "寝取り";
  const std::vector<Token> words = tokenizer.words(text);
  std::string together;
  for (const Token& token : words) together += token.term;
  CHECK(together == text);
  CHECK(tokenizer.grams(text).size() == 9000);
}

TEST_CASE("tokenizer: a word of any length is one term", "[text]") {
  Tokenizer tokenizer;
  const std::string word(100'000, 'a');
  const std::vector<Token> words = tokenizer.words(word);
  REQUIRE(words.size() == 1);
  CHECK(words[0].term == word);
}

TEST_CASE("tokenizer: a text above the limit is refused", "[text]") {
  Tokenizer tokenizer;
  const std::string text(Tokenizer::kMaxTextBytes + 1, ' ');
  for (const auto view : {&Tokenizer::words, &Tokenizer::grams}) {
    try {
      (tokenizer.*view)(text);
      FAIL("the text was taken");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::too_long);
      CHECK(error.what() == std::string("the text has 104857601 bytes; 104857600 are allowed"));
      CHECK_FALSE(error.hint().empty());
    }
  }
}

TEST_CASE("tokenizer: properties of any text", "[text]") {
  Tokenizer tokenizer;

  rc::prop("spans ascend inside the text, on code point borders", [&] {
    const std::string text = *any_text();
    check_spans(text, tokenizer.words(text));
    check_spans(text, tokenizer.grams(text));
  });

  rc::prop("both views give the same word terms at the same places", [&] {
    const std::string text = *any_text();
    RC_ASSERT(only_words(tokenizer.words(text)) == only_words(tokenizer.grams(text)));
  });

  rc::prop("a term holds CJK characters exactly if it is not a word", [&] {
    const std::string text = *any_text();
    for (const auto& tokens : {tokenizer.words(text), tokenizer.grams(text)})
      for (const Token& token : tokens)
        RC_ASSERT(has_cjk(token.term) == (token.kind != TokenKind::word));
  });

  rc::prop("cutting again gives the same, whatever was cut between", [&] {
    const std::string text = *any_text();
    const std::vector<Token> words = tokenizer.words(text);
    const std::vector<Token> grams = tokenizer.grams(text);
    tokenizer.words(*any_text());
    RC_ASSERT(tokenizer.words(text) == words);
    RC_ASSERT(tokenizer.grams(text) == grams);
  });

  rc::prop("all writings of one folded key give the same grams", [&] {
    const std::string text = *any_text();
    RC_ASSERT(terms_of(tokenizer.grams(text)) == terms_of(tokenizer.grams(surface_key(text))));
  });

  rc::prop("grams stand for every CJK character of the folded key", [&] {
    const std::string key = fold_key(*any_text());
    std::size_t characters = 0;
    for (const Stretch& stretch : stretches_of(key))
      if (stretch.kind == StretchKind::cjk)
        for (std::size_t at = stretch.bytes.begin; at < stretch.bytes.end; ++characters)
          ficsearch::base::next_code_point(key, at);
    const std::vector<Token> grams = tokenizer.grams(key);
    const auto words = std::count_if(grams.begin(), grams.end(), [](const Token& token) {
      return token.kind == TokenKind::word;
    });
    RC_ASSERT(grams.size() == characters + static_cast<std::size_t>(words));
  });

  rc::prop("bigrams find a CJK string exactly where the folded key contains it", [&] {
    const std::string text = *text_of_pieces({"寝", "取", "り", "ら", " ", "・", "/", "a", "1"});
    const std::string wanted =
        *rc::gen::suchThat(text_of_pieces({"寝", "取", "り", "ら"}),
                           [](const std::string& s) { return s.size() >= 6 && s.size() <= 9; });
    const bool contained = fold_key(text).find(wanted) != std::string::npos;
    RC_TAG(contained);
    RC_ASSERT(has_bigrams(tokenizer.grams(text), tokenizer.grams(wanted)) == contained);
  });

  rc::prop("every two neighbouring CJK characters of the folded key are found", [&] {
    const std::string text = *any_text();
    const std::string key = fold_key(text);
    const std::vector<Token> grams = tokenizer.grams(text);
    for (const Stretch& stretch : stretches_of(key)) {
      if (stretch.kind != StretchKind::cjk) continue;
      for (std::size_t begin = stretch.bytes.begin; begin < stretch.bytes.end;) {
        std::size_t middle = begin;
        ficsearch::base::next_code_point(key, middle);
        if (middle == stretch.bytes.end) break;
        std::size_t end = middle;
        ficsearch::base::next_code_point(key, end);
        const std::string pair = key.substr(begin, end - begin);
        RC_ASSERT(std::any_of(grams.begin(), grams.end(), [&](const Token& token) {
          return token.kind == TokenKind::bigram && token.term == pair;
        }));
        begin = middle;
      }
    }
  });
}

TEST_CASE("tokenizer: tokenizers of several threads agree", "[text]") {
  std::vector<std::string> texts;
  for (const Row& row : read_rows("text/tokens.tsv")) texts.push_back(row["text"]);
  const auto cut_all = [&texts] {
    Tokenizer tokenizer;
    std::vector<std::vector<Token>> cut;
    for (int round = 0; round < 20; ++round)
      for (const std::string& text : texts) {
        cut.push_back(tokenizer.words(text));
        cut.push_back(tokenizer.grams(text));
      }
    return cut;
  };
  std::vector<std::vector<Token>> one;
  std::vector<std::vector<Token>> other;
  std::thread first([&] { one = cut_all(); });
  std::thread second([&] { other = cut_all(); });
  first.join();
  second.join();
  CHECK(one == other);
  CHECK(one == cut_all());
}

TEST_CASE("tokenizer: one pass for grams and segments gives what two give", "[text]") {
  Tokenizer tokenizer;
  rc::prop("grams, then segments", [&] {
    const std::string text = *any_text();
    std::vector<Token> expected = tokenizer.grams(text);
    for (Token& word : tokenizer.words(text))
      if (word.kind == TokenKind::segment) expected.push_back(std::move(word));
    RC_ASSERT(tokenizer.grams_and_segments(text) == expected);
  });
}
