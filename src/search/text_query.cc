// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/text_query.h"

#include <string>
#include <vector>

#include "store/terms.h"

namespace ficsearch::search {
namespace {

using store::terms::Field;
using text::Token;
using text::TokenKind;

// Nothing, if one of the terms is in no work: Xapian would find that out too, but a long blocklist
// of phrases that the archive does not hold costs it time quadratic in their number.
Xapian::Query all_in_order(const std::vector<std::string>& terms,
                           const Xapian::Database& database) {
  if (terms.empty()) return {};
  for (const std::string& term : terms)
    if (!database.term_exists(term)) return {};
  if (terms.size() == 1) return Xapian::Query(terms.front());
  return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(terms.size())};
}

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

// Words at consecutive positions: authors and bodies.
Xapian::Query words_in_order(Field field, const std::vector<Token>& words,
                             const Xapian::Database& database) {
  std::vector<std::string> terms;
  for (const Token& word : words) terms.push_back(store::terms::of_word(field, word.term));
  return all_in_order(terms, database);
}

// Words and CJK characters at consecutive positions: titles, summaries, tags. Bigrams overlap, so
// the last character of a run adds nothing at the end of the phrase; between a run and a word it
// keeps the positions without a gap.
Xapian::Query grams_in_order(Field field, const std::vector<Token>& grams,
                             const Xapian::Database& database) {
  std::vector<std::string> terms;
  Xapian::Query lone_char;
  for (std::size_t i = 0; i < grams.size(); ++i) {
    const Token& token = grams[i];
    const bool is_end = i + 1 == grams.size();
    if (token.kind == TokenKind::last_char && is_end) {
      const bool in_bigram = i > 0 && grams[i - 1].kind == TokenKind::bigram;
      // One character alone at the end is in no bigram of the phrase: it counts as a word, or where
      // a run ends.
      if (!in_bigram)
        lone_char = Xapian::Query(Xapian::Query::OP_OR,
                                  Xapian::Query(store::terms::of_word(field, token.term)),
                                  Xapian::Query(store::terms::of_last_char(field, token.term)));
    } else if (token.kind == TokenKind::word) {
      terms.push_back(store::terms::of_word(field, token.term));
    } else if (token.kind == TokenKind::bigram) {
      terms.push_back(store::terms::of_bigram(field, token.term));
    } else {
      terms.push_back(store::terms::of_last_char(field, token.term));
    }
  }
  if (lone_char.empty()) return all_in_order(terms, database);
  if (terms.empty()) return lone_char;
  return {Xapian::Query::OP_AND, all_in_order(terms, database), lone_char};
}

std::vector<Xapian::Query> in_each_field(const query::TextPhrase& phrase, Spoilers spoilers,
                                         text::Tokenizer& tokenizer,
                                         const Xapian::Database& database) {
  std::vector<Xapian::Query> fields;
  const auto grams = [&] { return tokenizer.grams(phrase.text); };
  const auto words = [&] { return tokenizer.words(phrase.text); };
  switch (phrase.scope) {
    case query::TextScope::all:
      fields.push_back(grams_in_order(Field::header, grams(), database));
      fields.push_back(words_in_order(Field::author, words(), database));
      fields.push_back(words_in_order(Field::body, words(), database));
      if (spoilers == Spoilers::all)
        fields.push_back(grams_in_order(Field::spoiler, grams(), database));
      break;
    case query::TextScope::literal:
      fields.push_back(grams_in_order(Field::header, grams(), database));
      fields.push_back(grams_in_order(Field::spoiler, grams(), database));
      break;
    case query::TextScope::title:
      fields.push_back(grams_in_order(Field::title, grams(), database));
      break;
    case query::TextScope::body:
      fields.push_back(words_in_order(Field::body, words(), database));
      break;
  }
  return fields;
}

}  // namespace

Xapian::Query text_query(const query::TextPhrase& phrase, Spoilers spoilers,
                         text::Tokenizer& tokenizer, const Xapian::Database& database) {
  return any_of(in_each_field(phrase, spoilers, tokenizer, database));
}

Xapian::Query text_rank_query(const query::TextPhrase& phrase, Spoilers spoilers,
                              text::Tokenizer& tokenizer, const Xapian::Database& database) {
  std::vector<Xapian::Query> parts = in_each_field(phrase, spoilers, tokenizer, database);
  if (phrase.scope == query::TextScope::all)
    for (const Token& word : tokenizer.words(phrase.text))
      if (word.kind == TokenKind::segment)
        parts.emplace_back(store::terms::of_word(Field::header, word.term));
  return any_of(parts);
}

}  // namespace ficsearch::search
