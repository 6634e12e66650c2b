// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/tag_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "store/terms.h"

namespace ficsearch::index {
namespace {

using TermField = store::terms::Field;

bool is_one_character(std::string_view text) {
  std::size_t end = 0;
  base::next_code_point(text, end);
  return end == text.size();
}

}  // namespace

bool has_words(Facet facet) noexcept {
  switch (facet) {
    case Facet::author:
    case Facet::language:
    case Facet::rating:
    case Facet::status:
      return false;
    default:
      return true;
  }
}

std::vector<std::string> word_terms(std::string_view written, text::Tokenizer& tokenizer) {
  std::vector<std::string> terms;
  for (const text::Token& token : tokenizer.grams_and_segments(written)) {
    switch (token.kind) {
      case text::TokenKind::word:
        terms.push_back(store::terms::of_word(TermField::tag, token.term));
        break;
      case text::TokenKind::bigram:
        terms.push_back(store::terms::of_bigram(TermField::tag, token.term));
        break;
      case text::TokenKind::last_char:
        terms.push_back(store::terms::of_last_char(TermField::tag, token.term));
        break;
      case text::TokenKind::segment:
        // Longer ones are found by their pairs of characters.
        if (is_one_character(token.term))
          terms.push_back(store::terms::of_word(TermField::tag, token.term));
        break;
    }
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace ficsearch::index
