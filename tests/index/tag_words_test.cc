// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/tag_words.h"

#include <catch2/catch.hpp>

#include "support/rows.h"

using namespace ficsearch;

TEST_CASE("tag words: every row's tag is found by its terms", "[index]") {
  text::Tokenizer tokenizer;
  for (const test::Row& row : test::read_rows("index/tag_words.tsv")) DYNAMIC_SECTION(row["why"]) {
      std::string terms;
      for (const std::string& term : index::word_terms(row["tag"], tokenizer))
        terms.append(terms.empty() ? "" : " ").append(term);
      CHECK(terms == row["terms"]);
    }
}

TEST_CASE("tag words: codes and names of authors have none", "[index]") {
  CHECK(index::has_words(Facet::freeform));
  CHECK(index::has_words(Facet::series));
  for (const Facet facet : {Facet::author, Facet::language, Facet::rating, Facet::status})
    CHECK_FALSE(index::has_words(facet));
}
