// SPDX-License-Identifier: GPL-3.0-or-later
// Names of tags have no postings of their own: the registry's word index finds the written forms
// that hold a phrase, and the works that bear one of them match. Which works bear a form openly and
// which only as a spoiler is what its own postings say (store/terms.h).
#include "search/text_query.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "search/gram_phrase.h"
#include "search/tag_phrases.h"
#include "store/terms.h"

namespace ficsearch::search {
namespace {

using Op = Xapian::Query;
using store::TagEntry;
using store::TagId;
using store::terms::Field;
using store::terms::TagException;
using text::Token;
using text::TokenKind;

// So many of the written forms with a phrase take part in ranking, those that the archive bore
// first. All of them match; a word of many thousand forms tells works apart no better with more.
constexpr std::size_t kMaxRankedForms = 200;

// A tag counts about four times, where a title counts six and a summary two (index/analysis.cc):
// its own frequency is 2, which BM25 values at 4/3 of one.
constexpr double kTagScale = 1.2;

enum class Bearing { openly, only_as_spoiler };

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return {Op::OP_OR, queries.begin(), queries.end()};
}

class TextQueries {
 public:
  explicit TextQueries(const TextSources& sources)
      : database_(sources.reader.database()),
        registry_(sources.reader.registry()),
        phrases_(sources.reader.registry(), sources.tokenizer),
        tokenizer_(sources.tokenizer),
        postings_(sources.postings) {}

  // The works that hold the phrase in one of the fields, or in a tag that they bear so.
  Xapian::Query grams(const GramPhrase& phrase, std::initializer_list<Field> fields,
                      std::optional<Bearing> tags) const {
    std::vector<Xapian::Query> in_order;
    std::vector<Xapian::Query> lone;
    for (const Field field : fields) {
      in_order.push_back(all_in_order(terms_in_order(phrase, field)));
      if (!phrase.lone_character) continue;
      lone.emplace_back(store::terms::of_word(field, *phrase.lone_character));
      lone.emplace_back(store::terms::of_last_char(field, *phrase.lone_character));
    }
    if (tags) {
      in_order.push_back(any_of(bearing(phrases_.in_order(phrase), *tags)));
      lone.push_back(any_of(bearing(phrases_.with_lone_character(phrase), *tags)));
    }
    if (!phrase.lone_character) return any_of(in_order);
    if (phrase.in_order.empty()) return any_of(lone);
    return {Op::OP_AND, any_of(in_order), any_of(lone)};
  }

  // Words at consecutive positions.
  Xapian::Query words(std::string_view text, Field field) const {
    std::vector<std::string> terms;
    for (const Token& word : tokenizer_.words(text))
      terms.push_back(store::terms::of_word(field, word.term));
    return all_in_order(terms);
  }

  // What scores for tags with the phrase, as if they were one word of the work.
  Xapian::Query ranked_tags(const GramPhrase& phrase) const {
    std::vector<TagId> forms = phrases_.in_order(phrase);
    if (phrase.in_order.empty()) forms = phrases_.with_lone_character(phrase);
    if (forms.size() > kMaxRankedForms) forms.resize(kMaxRankedForms);
    const std::vector<Xapian::Query> terms = bearing(forms, Bearing::openly);
    return {Op::OP_SCALE_WEIGHT, Xapian::Query(Op::OP_SYNONYM, terms.begin(), terms.end()),
            kTagScale};
  }

 private:
  // Nothing, if one of the terms is in no work: Xapian would find that out too, but a long
  // blocklist of phrases that the archive does not hold costs it time quadratic in their number.
  Xapian::Query all_in_order(const std::vector<std::string>& terms) const {
    if (terms.empty()) return {};
    if (terms.size() == 1)
      return is_in_works(terms.front()) ? Xapian::Query(terms.front()) : Xapian::Query();
    for (const std::string& term : terms)
      if (!database_.term_exists(term)) return {};
    return {Op::OP_PHRASE, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(terms.size())};
  }

  // Who asks wants the list next.
  bool is_in_works(const std::string& term) const {
    return postings_ != nullptr ? postings_->of(database_, term)->count() != 0
                                : database_.term_exists(term);
  }

  std::vector<Xapian::Query> bearing(const std::vector<TagId>& tags, Bearing how) const {
    std::vector<Xapian::Query> queries;
    for (const TagId tag : tags) {
      const TagEntry& entry = registry_.entry(tag);
      const std::string spoiler = store::terms::of_tag_exception(TagException::spoiler_only, entry);
      const bool has_spoilers = database_.term_exists(spoiler);
      if (how == Bearing::only_as_spoiler) {
        if (has_spoilers) queries.emplace_back(spoiler);
        continue;
      }
      const Xapian::Query all(store::terms::of_tag(entry));
      queries.push_back(has_spoilers ? Xapian::Query(Op::OP_AND_NOT, all, Xapian::Query(spoiler))
                                     : all);
    }
    return queries;
  }

  const Xapian::Database& database_;
  const store::TagRegistry& registry_;
  TagPhrases phrases_;
  text::Tokenizer& tokenizer_;
  snapshot::TextPostings* postings_;
};

}  // namespace

bool has_only_prose(const query::TextPhrase& phrase) {
  return phrase.scope != query::TextScope::all && phrase.scope != query::TextScope::literal;
}

Xapian::Query text_query(const query::TextPhrase& phrase, Spoilers spoilers,
                         const TextSources& sources) {
  const TextQueries queries(sources);
  const GramPhrase grams = gram_phrase(phrase.text, sources.tokenizer);
  std::vector<Xapian::Query> any;
  switch (phrase.scope) {
    case query::TextScope::all:
      any = {queries.grams(grams, {Field::title, Field::summary}, Bearing::openly),
             queries.words(phrase.text, Field::author), queries.words(phrase.text, Field::body)};
      if (spoilers == Spoilers::all)
        any.push_back(queries.grams(grams, {}, Bearing::only_as_spoiler));
      break;
    case query::TextScope::literal:
      any = {queries.grams(grams, {Field::title, Field::summary}, Bearing::openly),
             queries.grams(grams, {}, Bearing::only_as_spoiler)};
      break;
    case query::TextScope::prose:
      any = {queries.grams(grams, {Field::title, Field::summary}, std::nullopt),
             queries.words(phrase.text, Field::body)};
      break;
    case query::TextScope::title:
      return queries.grams(grams, {Field::title}, std::nullopt);
    case query::TextScope::summary:
      return queries.grams(grams, {Field::summary}, std::nullopt);
    case query::TextScope::body:
      return queries.words(phrase.text, Field::body);
  }
  return any_of(any);
}

std::optional<ProseAndTags> prose_and_tags(const query::TextPhrase& phrase, Spoilers spoilers,
                                           const TextSources& sources) {
  using query::TextScope;
  if (has_only_prose(phrase)) return std::nullopt;
  const GramPhrase grams = gram_phrase(phrase.text, sources.tokenizer);
  // Then a work may have one part of the phrase in its prose and the other in a tag.
  if (grams.lone_character) return std::nullopt;
  const TextQueries queries(sources);
  std::vector<Xapian::Query> any{
      queries.grams(grams, {Field::title, Field::summary}, std::nullopt)};
  if (phrase.scope == TextScope::all) {
    any.push_back(queries.words(phrase.text, Field::author));
    any.push_back(queries.words(phrase.text, Field::body));
  }
  return ProseAndTags{any_of(any),
                      TagPhrases(sources.reader.registry(), sources.tokenizer).in_order(grams),
                      spoilers == Spoilers::all || phrase.scope == TextScope::literal};
}

Xapian::Query text_rank_query(const query::TextPhrase& phrase, Spoilers spoilers,
                              const TextSources& sources) {
  using query::TextScope;
  if (phrase.scope != TextScope::all && phrase.scope != TextScope::prose)
    return text_query(phrase, spoilers, sources);
  const TextQueries queries(sources);
  const GramPhrase grams = gram_phrase(phrase.text, sources.tokenizer);
  std::vector<Xapian::Query> parts{queries.grams(grams, {Field::title}, std::nullopt),
                                   queries.grams(grams, {Field::summary}, std::nullopt),
                                   queries.words(phrase.text, Field::body)};
  if (phrase.scope == TextScope::all) {
    parts.push_back(queries.words(phrase.text, Field::author));
    parts.push_back(queries.ranked_tags(grams));
  }
  for (const Token& word : sources.tokenizer.words(phrase.text))
    if (word.kind == TokenKind::segment)
      for (const Field field : {Field::title, Field::summary})
        parts.emplace_back(store::terms::of_word(field, word.term));
  return any_of(parts);
}

Xapian::Query blurb_query(std::string_view text, const TextSources& sources) {
  return TextQueries(sources).grams(gram_phrase(text, sources.tokenizer),
                                    {Field::title, Field::summary}, std::nullopt);
}

}  // namespace ficsearch::search
