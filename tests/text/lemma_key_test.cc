// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lemma_key.h"

#include <catch2/catch.hpp>

#include "support/rows.h"

namespace ficsearch::text {
namespace {

TEST_CASE("lemma: base forms of what is inflected, without endings", "[text]") {
  MecabTagger tagger;
  for (const test::Row& row : test::read_rows("text/lemma_key.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(lemma_key(tagger, row["text"]) == row["lemma"]);
    }
}

}  // namespace
}  // namespace ficsearch::text
