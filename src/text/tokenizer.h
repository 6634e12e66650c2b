// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

// Cuts text into terms. CJK means runs of kanji, kana and their marks (and Hangul by ICU words).
//
// Two views of the same text, with positions of their own:
//   words()  what a reader calls words: `word` and `segment` tokens at positions 0, 1, 2, ... For
//   bodies, and for ranking. grams()  every CJK character takes one position, every other word one:
//   `bigram` at the position of its first
//            character, `last_char` at the end of each run, `word` between. For titles, summaries
//            and tags, where any two-character substring must find: a text contains a CJK string of
//            two or more characters exactly if the bigrams of the string (without its last_char)
//            stand in it at consecutive positions.
// Both give the same `word` terms. Tokens whose term would be empty are left out and take no
// position.
//
// Input is well-formed UTF-8. Threads: a Tokenizer belongs to one thread; make one a thread (they
// share the dictionary). Throws Error(`io`) from the constructor if MeCab's dictionary cannot be
// opened.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  std::vector<Token> words(std::string_view utf8);
  std::vector<Token> grams(std::string_view utf8);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A key that sorts `utf8` as ICU's root collation does, ties by code point. Bytes compare with
// memcmp.
std::string sort_key(std::string_view utf8);

// Byte offsets at which `utf8` may be cut: grapheme borders.
std::size_t grapheme_floor(std::string_view utf8,
                           std::size_t offset);  // the last border at or before offset
std::size_t grapheme_ceil(std::string_view utf8,
                          std::size_t offset);  // the first border at or after offset

// The begin of the sentence that holds `offset`, and the end of it, by ICU sentence breaks.
std::pair<std::size_t, std::size_t> sentence_around(std::string_view utf8, std::size_t offset);

}  // namespace ficsearch::text
