// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/finished_parts.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

store::FinishedParts some_parts() {
  return {{"0b8c5b5e-1f0e-4c55-9a50-0c8f3a1f8a11", 7, 12},
          {{{1, 2}, {519, 400, 18'000'000'000'000'000'000u, 5}}, {{2, 0}, {400, 0, 3, 0}}}};
}

}  // namespace

TEST_CASE("finished parts: are read as they were written", "[store]") {
  const test::TemporaryDirectory directory;
  CHECK_FALSE(store::find_finished_parts(directory.path()));
  store::save_finished_parts(some_parts(), directory.path());
  CHECK(store::find_finished_parts(directory.path()) == some_parts());
  store::save_finished_parts({some_parts().base, {}}, directory.path());
  CHECK(store::find_finished_parts(directory.path()) ==
        store::FinishedParts{some_parts().base, {}});
}

TEST_CASE("finished parts: a list that is not whole is none", "[store]") {
  const std::string text = store::to_text(some_parts());
  for (std::size_t length = 0; length < text.size(); ++length) {
    INFO(length);
    CHECK_FALSE(store::parse_finished_parts(text.substr(0, length)));
    std::string flipped = text;
    flipped[length] = static_cast<char>(flipped[length] ^ 1);
    CHECK_FALSE(store::parse_finished_parts(flipped));
  }
  CHECK(store::parse_finished_parts(text) == some_parts());
}

TEST_CASE("finished parts: totals of neighbours are added up", "[store]") {
  store::PartTotals totals{10, 5, 100, 1};
  totals.append({20, 0, 7, 2});
  CHECK(totals == store::PartTotals{20, 5, 107, 3});
}
