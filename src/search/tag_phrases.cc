// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tag_phrases.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

namespace ficsearch::search {
namespace {

using store::TagId;
using store::terms::Field;
using text::Token;

bool are_equal(const Token& a, const Token& b) {
  return a.kind == b.kind && a.term == b.term;
}

}  // namespace

std::vector<TagId> TagPhrases::in_order(const GramPhrase& phrase) const {
  const std::vector<std::string> in_order = terms_in_order(phrase, Field::tag);
  if (in_order.empty()) return {};
  const std::set<std::string> terms(in_order.begin(), in_order.end());
  std::vector<TagId> found = registry_.with_word(*terms.begin());
  for (auto term = std::next(terms.begin()); term != terms.end() && !found.empty(); ++term) {
    const std::vector<TagId> more = registry_.with_word(*term);
    std::vector<TagId> both;
    std::set_intersection(found.begin(), found.end(), more.begin(), more.end(),
                          std::back_inserter(both));
    found = std::move(both);
  }
  if (in_order.size() == 1) return found;
  std::erase_if(found, [&](TagId id) {
    const std::vector<Token> name = tokenizer_.grams(registry_.entry(id).written);
    return std::search(name.begin(), name.end(), phrase.in_order.begin(), phrase.in_order.end(),
                       are_equal) == name.end();
  });
  return found;
}

std::vector<TagId> TagPhrases::with_lone_character(const GramPhrase& phrase) const {
  if (!phrase.lone_character) return {};
  const std::vector<TagId> words =
      registry_.with_word(store::terms::of_word(Field::tag, *phrase.lone_character));
  const std::vector<TagId> ends =
      registry_.with_word(store::terms::of_last_char(Field::tag, *phrase.lone_character));
  std::vector<TagId> any;
  std::set_union(words.begin(), words.end(), ends.begin(), ends.end(), std::back_inserter(any));
  return any;
}

}  // namespace ficsearch::search
