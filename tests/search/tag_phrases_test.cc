// SPDX-License-Identifier: GPL-3.0-or-later
// The word index against its obvious twin: reading every name.
#include "search/tag_phrases.h"

#include <rapidcheck/catch.h>
#include <xapian.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "index/tag_words.h"
#include "store/registry_writer.h"
#include "support/temporary_directory.h"
#include "text/keys.h"

using namespace ficsearch;
using store::TagId;
using text::Token;
using text::TokenKind;

namespace {

const std::vector<std::string> kPieces{
    "slow ",  "burn",  "Slow-", "竜",  "の", "国", "寝取られ", "寝取", "り",  "NTR",
    "ＮＴＲ", "魔王 ", "王",    " & ", "鬼", "滅", "1.5",      "・",   "の日"};

rc::Gen<std::string> any_name(std::size_t most) {
  return rc::gen::map(
      rc::gen::resize(static_cast<int>(most),
                      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces))),
      [](const std::vector<std::string>& pieces) {
        std::string name;
        for (const std::string& piece : pieces) name += piece;
        return name;
      });
}

struct Archive {
  test::TemporaryDirectory directory;
  Xapian::WritableDatabase database{directory.path().string(),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS};
  std::vector<std::string> names;  // by number
};

void fill(Archive& archive, const std::vector<std::string>& names, text::Tokenizer& tokenizer) {
  store::TagRegistryWriter writer(archive.database);
  for (const std::string& name : names) {
    writer.id_of(Facet::freeform, name, text::fold_key(name), [&] {
      archive.names.push_back(name);
      return store::SpellingDetails{{}, {}, index::word_terms(name, tokenizer)};
    });
    if (archive.names.size() % 3 == 0) writer.flush();
  }
  writer.flush();
}

bool stands_in(const std::vector<Token>& name, const std::vector<Token>& phrase) {
  if (phrase.empty()) return false;
  return std::any_of(name.begin(), name.end(), [&](const Token& start) {
    return std::all_of(phrase.begin(), phrase.end(), [&](const Token& wanted) {
      const std::uint32_t at = start.position + wanted.position - phrase.front().position;
      return std::any_of(name.begin(), name.end(), [&](const Token& token) {
        return token.position == at && token.kind == wanted.kind && token.term == wanted.term;
      });
    });
  });
}

bool has_alone(const std::string& name, const std::string& character, text::Tokenizer& tokenizer) {
  const std::vector<Token> words = tokenizer.words(name);
  const std::vector<Token> grams = tokenizer.grams(name);
  return std::any_of(words.begin(), words.end(),
                     [&](const Token& word) { return word.term == character; }) ||
         std::any_of(grams.begin(), grams.end(), [&](const Token& gram) {
           return gram.kind == TokenKind::last_char && gram.term == character;
         });
}

}  // namespace

TEST_CASE("tag phrases: the word index finds what reading every name finds", "[search]") {
  text::Tokenizer tokenizer;
  rc::prop("phrases in random names", [&] {
    const auto names = *rc::gen::container<std::vector<std::string>>(any_name(6));
    Archive archive;
    fill(archive, names, tokenizer);
    const store::TagRegistry registry(archive.database);
    const search::TagPhrases phrases(registry, tokenizer);
    for (int i = 0; i < 10; ++i) {
      const search::GramPhrase phrase = search::gram_phrase(*any_name(4), tokenizer);
      std::vector<TagId> in_order;
      std::vector<TagId> alone;
      for (std::uint32_t id = 0; id < archive.names.size(); ++id) {
        const std::string& name = archive.names[id];
        if (stands_in(tokenizer.grams(name), phrase.in_order)) in_order.push_back(TagId{id});
        if (phrase.lone_character && has_alone(name, *phrase.lone_character, tokenizer))
          alone.push_back(TagId{id});
      }
      RC_ASSERT(phrases.in_order(phrase) == in_order);
      RC_ASSERT(phrases.with_lone_character(phrase) == alone);
    }
  });
}

TEST_CASE("tag phrases: a phrase of nothing is in no tag", "[search]") {
  text::Tokenizer tokenizer;
  Archive archive;
  fill(archive, {"slow burn"}, tokenizer);
  const store::TagRegistry registry(archive.database);
  const search::TagPhrases phrases(registry, tokenizer);
  const search::GramPhrase nothing = search::gram_phrase("♥", tokenizer);
  CHECK(nothing.empty());
  CHECK(phrases.in_order(nothing).empty());
  CHECK(phrases.with_lone_character(nothing).empty());
}
