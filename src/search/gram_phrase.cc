// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/gram_phrase.h"

#include <utility>

namespace ficsearch::search {

using text::Token;
using text::TokenKind;

GramPhrase gram_phrase(std::string_view text, text::Tokenizer& tokenizer) {
  GramPhrase phrase;
  phrase.in_order = tokenizer.grams(text);
  std::vector<Token>& tokens = phrase.in_order;
  if (tokens.empty() || tokens.back().kind != TokenKind::last_char) return phrase;
  const bool in_pair = tokens.size() > 1 && tokens[tokens.size() - 2].kind == TokenKind::bigram;
  if (!in_pair) phrase.lone_character = std::move(tokens.back().term);
  tokens.pop_back();
  return phrase;
}

std::vector<std::string> terms_in_order(const GramPhrase& phrase, store::terms::Field field) {
  std::vector<std::string> terms;
  for (const Token& token : phrase.in_order) {
    if (token.kind == TokenKind::word)
      terms.push_back(store::terms::of_word(field, token.term));
    else if (token.kind == TokenKind::bigram)
      terms.push_back(store::terms::of_bigram(field, token.term));
    else
      terms.push_back(store::terms::of_last_char(field, token.term));
  }
  return terms;
}

}  // namespace ficsearch::search
