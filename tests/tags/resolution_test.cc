// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/resolution.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"
#include "tags/family.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

TEST_CASE("resolution: a tag means a concept of its facet, a freeform tag any", "[tags]") {
  const Dictionary dictionary = test::family();
  for (const test::Row& row : test::read_rows("tags/resolution.tsv"))
    DYNAMIC_SECTION(row["facet"] << ":" << row["tag"] << ": " << row["why"]) {
      const Facet facet = find_facet(row["facet"]).value();
      const std::string key = text::fold_key(row["tag"]);
      const std::optional<ConceptRef> ref = concept_of(dictionary, facet, key);
      CHECK((ref ? dictionary[*ref].id : "-") == row["concept"]);
      CHECK(to_string(facet_of_tag(dictionary, facet, key)) == row["shown as"]);
    }
}

}  // namespace
}  // namespace ficsearch::tags
