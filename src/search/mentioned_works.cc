// SPDX-License-Identifier: GPL-3.0-or-later
// A work names a concept if one of its spellings stands in title or summary, or may do so behind
// censor marks. Whatever made a work a candidate, all that it names is put down; so once the
// candidates of a concept have been judged, so have all works that name it.
#include "search/mentioned_works.h"

#include <algorithm>
#include <utility>

#include "ficsearch/error.h"
#include "search/text_query.h"
#include "store/terms.h"

namespace ficsearch::search {
namespace {

using Op = Xapian::Query;
using store::terms::Field;

// A lone CJK character is a term only where a run ends or MeCab cuts it out; elsewhere it begins a
// pair of characters.
Xapian::Query pairs_with_first(Field field, const std::string& character) {
  return {Op::OP_WILDCARD, store::terms::of_bigram(field, character), 0,
          Xapian::Query::WILDCARD_LIMIT_ERROR, Op::OP_OR};
}

bool is_one_character(const std::vector<text::Token>& grams) {
  return grams.size() == 1 && grams.front().kind == text::TokenKind::last_char;
}

// The concepts that a text names and does not say to be absent.
void add_named(std::set<tags::ConceptRef>& named, std::string_view text,
               const tags::MentionFinder& finder) {
  for (const tags::Mention& mention : finder.find(text))
    if (mention.polarity != Polarity::absent) named.insert(mention.target);
}

std::set<tags::ConceptRef> named_by(const Work& work, const tags::MentionFinder& finder) {
  std::set<tags::ConceptRef> named;
  add_named(named, work.title, finder);
  add_named(named, work.summary, finder);
  for (const auto& [language, titles] : work.titles)
    for (const std::string& title : titles) add_named(named, title, finder);
  return named;
}

}  // namespace

std::vector<std::uint32_t> MentionedWorks::documents(const query::Mentioned& mentioned) {
  if (!std::exchange(are_censored_judged_, true))
    judge_all(Xapian::Query(store::terms::of_censor_marks()));
  std::vector<std::uint32_t> documents;
  for (const tags::ConceptRef ref : refs_of(mentioned)) {
    if (looked_up_.insert(ref).second) judge_all(candidates(ref));
    const auto naming = naming_.find(ref);
    if (naming == naming_.end()) continue;
    documents.insert(documents.end(), naming->second.begin(), naming->second.end());
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

Xapian::Query MentionedWorks::query(const query::Mentioned& mentioned) {
  std::vector<Xapian::Query> works;
  for (const std::uint32_t document : documents(mentioned))
    works.emplace_back(store::terms::of_work(ids_.at(document)));
  return {Op::OP_OR, works.begin(), works.end()};
}

std::vector<tags::ConceptRef> MentionedWorks::refs_of(const query::Mentioned& mentioned) const {
  std::vector<tags::ConceptRef> refs;
  for (const std::string& id : mentioned.concepts)
    if (const auto ref = finder_.dictionary().find(id)) refs.push_back(*ref);
  return refs;
}

// Every work that spells the concept, and more.
Xapian::Query MentionedWorks::candidates(tags::ConceptRef ref) const {
  std::vector<Xapian::Query> any;
  for (const std::string& key : finder_.dictionary().alias_keys(ref)) {
    any.push_back(blurb_query(key, {reader_, tokenizer_}));
    if (is_one_character(tokenizer_.grams(key)))
      for (const Field field : {Field::title, Field::summary})
        any.push_back(pairs_with_first(field, key));
  }
  return {Op::OP_OR, any.begin(), any.end()};
}

void MentionedWorks::judge_all(const Xapian::Query& query) {
  deadline_.check();
  if (query.empty()) return;
  Xapian::Enquire enquire(reader_.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, reader_.database().get_doccount());
  for (auto candidate = found.begin(); candidate != found.end(); ++candidate) judge(*candidate);
}

void MentionedWorks::judge(std::uint32_t document) {
  const auto [id, is_new] = ids_.try_emplace(document);
  if (!is_new) return;
  deadline_.check();
  if (ids_.size() > most_records_)
    throw Error(ErrorCode::query_limit,
                "more than " + std::to_string(most_records_) +
                    " works have to be read to learn what their titles and summaries mention",
                {}, "exclude fewer concepts, or by tags alone (mentions: ignore)");
  Work work = reader_.work(static_cast<store::DocumentId>(document));
  for (const tags::ConceptRef ref : named_by(work, finder_)) naming_[ref].push_back(document);
  id->second = std::move(work.id);
}

}  // namespace ficsearch::search
