// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/analysis.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "store/record.h"

using namespace ficsearch;
using store::Posting;
namespace terms = store::terms;

namespace {

store::Document document_of(const Work& work) {
  text::Tokenizer tokenizer;
  return index::analyse(work, store::encode_record(work), tokenizer).document;
}

const Posting* find(const store::Document& document, const std::string& term) {
  const auto found = std::find_if(document.postings.begin(), document.postings.end(),
                                  [&](const Posting& posting) { return posting.term == term; });
  return found == document.postings.end() ? nullptr : &*found;
}

std::string value(const store::Document& document, store::Slot slot) {
  for (const auto& [number, bytes] : document.values)
    if (number == slot) return bytes;
  return {};
}

Work titled(const std::string& title) {
  Work work;
  work.id = "w";
  work.title = title;
  return work;
}

}  // namespace

TEST_CASE("analysis: a title gives words, bigrams and the end of each run", "[index]") {
  const store::Document document = document_of(titled("竜の国 Country"));
  CHECK(find(document, terms::of_word(terms::Field::title, "country")) != nullptr);
  CHECK(find(document, terms::of_bigram(terms::Field::title, "竜の")) != nullptr);
  CHECK(find(document, terms::of_bigram(terms::Field::title, "の国")) != nullptr);
  CHECK(find(document, terms::of_last_char(terms::Field::title, "国")) != nullptr);
}

TEST_CASE("analysis: no word stands at position 0, where Xapian may lose it", "[index]") {
  for (const char* title : {"ゲゲゲの鬼太郎", "Hunter Hunter", "3 3"})
    for (const Posting& posting : document_of(titled(title)).postings)
      for (const std::uint32_t position : posting.positions) CHECK(position > 0);
}

TEST_CASE("analysis: no phrase runs from one title into the next", "[index]") {
  Work work = titled("slow");
  work.titles = {{"en", {"burn"}}};
  const store::Document document = document_of(work);
  const std::uint32_t slow =
      find(document, terms::of_word(terms::Field::title, "slow"))->positions.front();
  const std::uint32_t burn =
      find(document, terms::of_word(terms::Field::title, "burn"))->positions.front();
  CHECK(burn > slow + 1);
}

TEST_CASE("analysis: the name of a tag is no text of the work", "[index]") {
  Work work = titled("x");
  work.tags = {{Facet::freeform, "twins", 0, 0}, {Facet::freeform, "secret", 2, 0}};
  const store::Document document = document_of(work);
  for (const Posting& posting : document.postings) {
    CHECK(posting.term.find("twins") == std::string::npos);
    CHECK(posting.term.find("secret") == std::string::npos);
  }
}

TEST_CASE("analysis: exceptions name what must not show", "[index]") {
  using terms::TagException;
  Work work = titled("x");
  work.tags = {{Facet::freeform, "open", 0, 0}, {Facet::freeform, "hidden", 1, 0}};
  work.parts = {{"r", "route", "", "", {{Facet::freeform, "side", 0, 0}}, false}};
  const store::Document document = document_of(work);
  const auto hash_of = [](const char* tag) { return terms::tag_hash(Facet::freeform, tag); };
  const auto except = [&](TagException exception, const char* tag) {
    return find(document, terms::of_tag_exception(exception, hash_of(tag))) != nullptr;
  };
  for (const char* tag : {"open", "hidden", "side"})
    CHECK(find(document, terms::of_tag(hash_of(tag))) != nullptr);
  CHECK_FALSE(except(TagException::spoiler_only, "open"));
  CHECK_FALSE(except(TagException::spoiler_or_side_part, "open"));
  CHECK(except(TagException::spoiler_only, "hidden"));
  CHECK_FALSE(except(TagException::side_part_only, "hidden"));
  CHECK(except(TagException::side_part_only, "side"));
  CHECK_FALSE(except(TagException::spoiler_only, "side"));
  CHECK(except(TagException::spoiler_or_side_part, "side"));
}

TEST_CASE("analysis: an absent number has no value, zero has one", "[index]") {
  Work work = titled("x");
  work.kudos = 0;
  const store::Document document = document_of(work);
  CHECK(value(document, store::Slot::words).empty());
  CHECK(value(document, store::Slot::kudos) == store::encode_value(Field::kudos, 0));
  CHECK(value(document, store::Slot::rating).empty());
}

TEST_CASE("analysis: values name the work, its language and its status", "[index]") {
  Work work = titled("x");
  work.id = "w\xC3\xA9";
  work.language = "ja";
  const store::Document document = document_of(work);
  CHECK(value(document, store::Slot::work_id) == work.id);
  CHECK(value(document, store::Slot::language) == "ja");
  CHECK(value(document, store::Slot::status).empty());
}

TEST_CASE("analysis: a language among the tags counts if there is no other", "[index]") {
  Work work = titled("x");
  work.tags = {{Facet::language, "fr", 0, 0}};
  CHECK(value(document_of(work), store::Slot::language) == "fr");
  work.language = "en";
  CHECK(value(document_of(work), store::Slot::language) == "en");
}

TEST_CASE("analysis: equal works give equal documents", "[index]") {
  Work work = titled("悪役令嬢は畑を耕す");
  work.summary = "断罪された悪役令嬢が選んだのは、辺境の畑だった。";
  work.tags = {{Facet::freeform, "ざまぁ", 0, 0}, {Facet::genre, "fantasy", 0, 0}};
  const store::Document a = document_of(work);
  const store::Document b = document_of(work);
  CHECK(a.postings == b.postings);
  CHECK(a.values == b.values);
}

TEST_CASE("analysis: each term stands once, however often it is said", "[index]") {
  Work work = titled("rain rain rain");
  const store::Document document = document_of(work);
  std::vector<std::string> seen;
  for (const Posting& posting : document.postings) seen.push_back(posting.term);
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
  CHECK(find(document, terms::of_word(terms::Field::title, "rain"))->positions.size() == 3);
}

TEST_CASE("analysis: every label stands in one value, by rising number", "[index]") {
  const std::vector<index::Label> labels{{Facet::freeform, "b", store::kSpoilerInMain, 0},
                                         {Facet::freeform, "a", store::kOpenInMain, 0}};
  const std::string tags = index::numbered_tags(
      labels, [](std::size_t place) { return store::TagId{place == 0 ? 7u : 3u}; });
  std::vector<store::PlacedTag> decoded;
  store::decode_tags(tags, decoded);
  CHECK(decoded == std::vector<store::PlacedTag>{{store::TagId{3}, store::kOpenInMain},
                                                 {store::TagId{7}, store::kSpoilerInMain}});
}
