// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/terms.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <set>

#include "base/utf8.h"

using namespace ficsearch;
using store::TagHash;
namespace terms = store::terms;

namespace {

constexpr std::size_t kXapianLimit = 245;

}  // namespace

TEST_CASE("terms: no two kinds of term can be equal", "[store]") {
  const std::set<std::string> terms{
      terms::of_work("a"),
      terms::of_tag(TagHash{1}),
      terms::of_tag_exception(terms::TagException::spoiler_only, TagHash{1}),
      terms::of_tag_exception(terms::TagException::side_part_only, TagHash{1}),
      terms::of_tag_exception(terms::TagException::spoiler_or_side_part, TagHash{1}),
      terms::of_word(terms::Field::summary, "a"),
      terms::of_word(terms::Field::title, "a"),
      terms::of_word(terms::Field::tag, "a"),
      terms::of_word(terms::Field::author, "a"),
      terms::of_word(terms::Field::body, "a"),
      terms::of_bigram(terms::Field::summary, "a"),
      terms::of_bigram(terms::Field::title, "a"),
      terms::of_last_char(terms::Field::summary, "a"),
      terms::of_last_char(terms::Field::title, "a"),
  };
  CHECK(terms.size() == 14);
}

TEST_CASE("terms: those of text are told from those of ids and tags", "[store]") {
  using terms::Field;
  for (const Field field : {Field::title, Field::summary, Field::author, Field::body}) {
    CHECK(terms::is_of_text(terms::of_word(field, "a")));
    CHECK(terms::is_of_text(terms::of_bigram(field, "a")));
    CHECK(terms::is_of_text(terms::of_last_char(field, "a")));
  }
  using terms::TagException;
  for (const std::string& term :
       {terms::of_work("Ta"), terms::of_tag(TagHash{1}), terms::of_censor_marks(),
        terms::of_tag_exception(TagException::spoiler_only, TagHash{1}),
        terms::of_tag_exception(TagException::side_part_only, TagHash{1}),
        terms::of_tag_exception(TagException::spoiler_or_side_part, TagHash{1})})
    CHECK_FALSE(terms::is_of_text(term));
}

TEST_CASE("terms: a tag's term depends on nothing but its facet and written form", "[store]") {
  // Written to disk in every index: these never change.
  CHECK(terms::of_tag(terms::tag_hash(Facet::freeform, "NTR")) == "GF5giCM8gVNT");
  CHECK(terms::of_tag(terms::tag_hash(Facet::trope, "NTR")) == "G1P_gAKybKtG");
  CHECK(terms::of_tag(terms::tag_hash(Facet::freeform, "ntr")) == "G5mgvs3tPH3h");
}

TEST_CASE("terms: long keys that differ only behind the limit stay apart", "[store]") {
  const std::string shared(300, 'x');
  const std::string a = terms::of_word(terms::Field::body, shared + "a");
  const std::string b = terms::of_word(terms::Field::body, shared + "b");
  CHECK(a != b);
  CHECK(a.size() <= kXapianLimit);
}

TEST_CASE("terms: a shortened key is cut between characters", "[store]") {
  std::string kanji;
  for (int i = 0; i < 100; ++i) kanji += "寝";
  CHECK_FALSE(base::find_ill_formed(terms::bounded_key("a" + kanji)));
  CHECK_FALSE(base::find_ill_formed(terms::bounded_key("ab" + kanji)));
}

TEST_CASE("terms: distinct keys have distinct terms within the limit", "[store]") {
  rc::prop("bounded_key is one-to-one", [](const std::string& a, const std::string& b) {
    RC_ASSERT((terms::bounded_key(a) == terms::bounded_key(b)) == (a == b));
    RC_ASSERT(terms::bounded_key(a + std::string(250, 'y')).size() < 220u);
  });
}
