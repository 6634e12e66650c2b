// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/mentioned_works.h"

#include <algorithm>
#include <string>
#include <vector>

#include "search/text_query.h"
#include "store/terms.h"

namespace ficsearch::search {
namespace {

using Op = Xapian::Query;
using store::terms::Field;

std::vector<tags::ConceptRef> refs_of(const query::Mentioned& mentioned,
                                      const tags::Dictionary& dictionary) {
  std::vector<tags::ConceptRef> refs;
  for (const std::string& id : mentioned.concepts)
    if (const auto ref = dictionary.find(id)) refs.push_back(*ref);
  std::sort(refs.begin(), refs.end());
  return refs;
}

// A lone CJK character is a term only where a run ends or MeCab cuts it out; elsewhere it begins a
// pair of characters.
Xapian::Query pairs_with_first(Field field, const std::string& character) {
  return {Op::OP_WILDCARD, store::terms::of_bigram(field, character), 0,
          Xapian::Query::WILDCARD_LIMIT_ERROR, Op::OP_OR};
}

bool is_one_character(const std::vector<text::Token>& grams) {
  return grams.size() == 1 && grams.front().kind == text::TokenKind::last_char;
}

// Every work that can mention one of the concepts, and more.
Xapian::Query candidates(const std::vector<tags::ConceptRef>& refs,
                         const tags::Dictionary& dictionary, const store::Reader& reader,
                         text::Tokenizer& tokenizer) {
  std::vector<Xapian::Query> any{Xapian::Query(store::terms::of_censor_marks())};
  for (const tags::ConceptRef ref : refs)
    for (const std::string& key : dictionary.alias_keys(ref)) {
      any.push_back(blurb_query(key, reader, tokenizer));
      if (is_one_character(tokenizer.grams(key)))
        for (const Field field : {Field::title, Field::summary})
          any.push_back(pairs_with_first(field, key));
    }
  return {Op::OP_OR, any.begin(), any.end()};
}

class Judge {
 public:
  Judge(const std::vector<tags::ConceptRef>& refs, const tags::MentionFinder& finder)
      : refs_(refs), finder_(finder) {}

  bool mentions_any(const Work& work) const {
    if (names_any(work.title) || names_any(work.summary)) return true;
    return std::any_of(work.titles.begin(), work.titles.end(), [&](const auto& language) {
      return std::any_of(language.second.begin(), language.second.end(),
                         [&](const std::string& title) { return names_any(title); });
    });
  }

 private:
  bool names_any(std::string_view text) const {
    const std::vector<tags::Mention> mentions = finder_.find(text);
    return std::any_of(mentions.begin(), mentions.end(), [&](const tags::Mention& mention) {
      return mention.polarity != Polarity::absent &&
             std::binary_search(refs_.begin(), refs_.end(), mention.target);
    });
  }

  const std::vector<tags::ConceptRef>& refs_;
  const tags::MentionFinder& finder_;
};

}  // namespace

Xapian::Query mentioned_works(const query::Mentioned& mentioned, const store::Reader& reader,
                              const tags::MentionFinder& finder, text::Tokenizer& tokenizer) {
  const std::vector<tags::ConceptRef> refs = refs_of(mentioned, finder.dictionary());
  Xapian::Enquire enquire(reader.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(candidates(refs, finder.dictionary(), reader, tokenizer));
  const Judge judge(refs, finder);
  std::vector<Xapian::Query> works;
  const Xapian::MSet found = enquire.get_mset(0, reader.database().get_doccount());
  for (auto candidate = found.begin(); candidate != found.end(); ++candidate) {
    const Work work = reader.work(static_cast<store::DocumentId>(*candidate));
    if (judge.mentions_any(work)) works.emplace_back(store::terms::of_work(work.id));
  }
  return {Op::OP_OR, works.begin(), works.end()};
}

}  // namespace ficsearch::search
