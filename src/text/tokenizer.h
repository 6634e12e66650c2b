// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/borders.h"
#include "text/sort_key.h"

namespace ficsearch::text {

enum class TokenKind : std::uint8_t {
  word,      // a word of a script that is not CJK, by ICU word breaks
  segment,   // a word of a CJK run, as MeCab cuts it (surface form, never a base form)
  bigram,    // two neighbouring characters of a CJK run
  last_char  // the last character of a CJK run
};

// One term of a text. `term` is the F key of what was found at bytes [begin, end) of the text as it
// was given.
struct Token {
  std::string term;
  TokenKind kind;
  std::uint32_t position;
  std::uint32_t begin;
  std::uint32_t end;

  friend bool operator==(const Token&, const Token&) = default;
};

// Cuts text into terms. CJK means runs of kanji, kana and their marks; all else, Hangul too, is cut
// by ICU's word breaks.
//
// Two views of the same text, with positions of their own:
// - words(): what a reader calls words. `word` and `segment` tokens at positions 0, 1, 2, ... For
//   bodies, and for ranking.
// - grams(): every CJK character takes one position, every other word one. `bigram` at the position
//   of its first character, `last_char` at the end of each run, `word` between. For titles,
//   summaries and tags, where any two-character substring must find: a text contains a CJK string
//   of two or more characters exactly if the bigrams of the string (without its last_char) stand in
//   it at consecutive positions.
// Both give the same `word` terms. Tokens whose term would hold no letter, number or CJK character
// are left out and take no position. Spans ascend on both sides; they lie on code point borders
// (text/borders.h widens them to graphemes), and two tokens share a span if one source character
// became both: ㋀ is 1 and 月.
//
// Input is well-formed UTF-8. Threads: a Tokenizer belongs to one thread; make one a thread (they
// share the dictionary).
class Tokenizer {
 public:
  // Texts above this are refused: Unicode normalization can make them 18 times as long, and ICU
  // counts in 31 bits.
  static constexpr std::size_t kMaxTextBytes = 100u << 20;

  // Throws Error(`io`) if the dictionary of MeCab or the data of ICU cannot be opened.
  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  // All throw Error(`too_long`) above kMaxTextBytes.
  std::vector<Token> words(std::string_view utf8);
  std::vector<Token> grams(std::string_view utf8);
  // grams(), and behind them the `segment` tokens of words(), each view with the positions that it
  // has alone. In less time than the two take.
  std::vector<Token> grams_and_segments(std::string_view utf8);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch::text
