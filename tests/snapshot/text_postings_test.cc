// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/text_postings.h"

#include <catch2/catch.hpp>

#include "snapshot/text_database.h"

using namespace ficsearch;
using snapshot::TextPostings;

namespace {

constexpr std::uint32_t kWorks = 600;
constexpr std::size_t kEnough = std::size_t{1} << 20;

// A word in every work, one in every tenth, and a tag in all of them.
Xapian::WritableDatabase archive() {
  test::TermFrequencies works;
  for (std::uint32_t work = 1; work <= kWorks; ++work) {
    works[work] = {{"Tall", 6}, {"G0123456789a", 2}};
    if (work % 10 == 0) works[work]["Ssome"] = 2;
  }
  return test::database_of(works);
}

}  // namespace

TEST_CASE("text postings: a list is read once while there is room for it", "[snapshot]") {
  const auto database = archive();
  TextPostings text(kEnough, kWorks + 1);
  const auto some = text.of(database, "Ssome");
  CHECK(some->count() == kWorks / 10);
  CHECK(text.of(database, "Ssome") == some);
  CHECK(text.of(database, "Snone")->count() == 0);
}

TEST_CASE("text postings: the commonest terms of the text stay, tags are none", "[snapshot]") {
  const auto database = archive();
  TextPostings text(kEnough, kWorks + 1);
  text.load_commonest(database);
  const auto empty = test::database_of(test::TermFrequencies());
  CHECK(text.of(empty, "Tall")->count() == kWorks);
  CHECK(text.of(empty, "Ssome")->count() == kWorks / 10);
  CHECK(text.of(empty, "G0123456789a")->count() == 0);
}

TEST_CASE("text postings: without any room every list is read", "[snapshot]") {
  const auto database = archive();
  TextPostings text(0, kWorks + 1);
  text.load_commonest(database);
  const auto all = text.of(database, "Tall");
  CHECK(all->count() == kWorks);
  CHECK(text.of(database, "Tall") != all);
}
