// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::query {

enum class TokenKind : std::uint8_t {
  word,    // anything that is not below: a word, facet:value, field:>10
  phrase,  // "…", 「…」, 『…』, “…”
  open,    // (
  close,   // )
  any_of,  // OR | ||
  all_of,  // AND &&
  comma,   // , and its full-width forms
  minus,   // - ! and what IMEs write for -, where a term may begin
  not_,    // NOT
  tilde,   // ~ where a term may begin
  end,
};

// Bytes [begin, end) of the query. Tokens without white space between them touch.
struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;   // of a word: as typed; of a phrase: without quotes and escapes
  bool star = false;  // a phrase with '*' right behind it
};

// Cuts well-formed UTF-8 into tokens; the last is `end`. Throws Error(`query_syntax`) for a quote
// that is never closed or holds nothing, and for a closing quote on its own.
std::vector<Token> tokenize(std::string_view query);

// Where the word that begins at `begin` ends. A word holds brackets that it closes itself, as in
// hiryuu_(kancolle), and the commas of 10,000.
std::size_t word_end(std::string_view text, std::size_t begin);

// Whether `text` begins with a sign that negates a term.
bool starts_with_minus(std::string_view text);

}  // namespace ficsearch::query
