// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/compare.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <array>
#include <catch2/catch.hpp>
#include <memory>
#include <optional>
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

// An alias with some of what writers add or leave out: its script, blanks, marks, a letter.
rc::Gen<std::string> gen_writing(const Dictionary& dictionary) {
  const auto aliases = dictionary.aliases();
  const auto suffixes = rc::gen::element<std::string>("", "", "!", "ー", "s", "2", " ", "〇", "い");
  const auto prefixes = rc::gen::element<std::string>("", "", "", "寝", "no ", "お");
  return rc::gen::apply(
      [aliases](std::size_t place, const std::string& prefix, const std::string& suffix) {
        return prefix + aliases[place].text + suffix;
      },
      rc::gen::inRange<std::size_t>(0, aliases.size()), prefixes, suffixes);
}

TEST_CASE("compare: the answer is the same from either side", "[tags]") {
  const auto dictionary = with_series();
  const Comparer comparer(dictionary);
  rc::prop("a and b, b and a", [&] {
    const std::string a = *gen_writing(*dictionary);
    const std::string b = *gen_writing(*dictionary);
    RC_ASSERT(comparer.compare(a, b) == comparer.compare(b, a));
    RC_ASSERT(comparer.compare(a, a) == Comparison::same);
  });
}

TEST_CASE("compare: nothing is the same as aliases of two concepts", "[tags]") {
  const auto dictionary = with_series();
  const Comparer comparer(dictionary);
  rc::prop("one writing, two concepts", [&] {
    const std::string writing = *gen_writing(*dictionary);
    std::optional<ConceptRef> same;
    for (const Dictionary::Alias& alias : dictionary->aliases()) {
      if (comparer.compare(alias.text, writing) != Comparison::same) continue;
      RC_ASSERT(!same || *same == alias.target);
      same = alias.target;
    }
  });
}

TEST_CASE("series marks: what folding drops and may tell works apart", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/series_marks.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(series_marks(text::surface_key(row["text"])) == row["marks"]);
    }
}

}  // namespace
}  // namespace ficsearch::tags
