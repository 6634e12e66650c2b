// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/compare.h"

#include <array>
#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "support/rows.h"
#include "tags/series_marks.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

std::shared_ptr<const Dictionary> with_series() {
  const std::array sources{DictionarySource{"family.toml", test::read_data("tags/family.toml")},
                           DictionarySource{"series.toml", test::read_data("tags/series.toml")}};
  return std::make_shared<const Dictionary>(Dictionary::parse(sources));
}

TEST_CASE("compare: two tags are the same, different, or a question", "[tags]") {
  const Comparer comparer(with_series());
  for (const test::Row& row : test::read_rows("tags/compare.tsv"))
    DYNAMIC_SECTION(row["a"] << " / " << row["b"] << ": " << row["why"]) {
      CHECK(to_string(comparer.compare(row["a"], row["b"])) == row["answer"]);
      CHECK(to_string(comparer.compare(row["b"], row["a"])) == row["answer"]);
    }
}

TEST_CASE("compare: every alias is the same as its siblings and different from all others",
          "[tags]") {
  const auto dictionary = with_series();
  const Comparer comparer(dictionary);
  for (const Dictionary::Alias& a : dictionary->aliases())
    for (const Dictionary::Alias& b : dictionary->aliases()) {
      CAPTURE(a.text, b.text);
      CHECK(comparer.compare(a.text, b.text) ==
            (a.target == b.target ? Comparison::same : Comparison::different));
    }
}

TEST_CASE("series marks: what folding drops and may tell works apart", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/series_marks.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(series_marks(text::surface_key(row["text"])) == row["marks"]);
    }
}

}  // namespace
}  // namespace ficsearch::tags
