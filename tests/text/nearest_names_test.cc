// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ficsearch/text.h"
#include "support/rows.h"
#include "text/text_pieces.h"

using ficsearch::nearest_names;
using ficsearch::test::read_rows;
using ficsearch::test::Row;
using ficsearch::test::text_of_pieces;

namespace {

std::vector<std::string> split_bars(const std::string& cell) {
  std::vector<std::string> names;
  if (cell.empty()) return names;
  std::size_t begin = 0;
  for (std::size_t bar; (bar = cell.find('|', begin)) != std::string::npos; begin = bar + 1)
    names.push_back(cell.substr(begin, bar - begin));
  names.push_back(cell.substr(begin));
  return names;
}

// The whole matrix: optimal string alignment of ASCII texts.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("nearest names: the nearest come first, far ones not at all", "[text]") {
  for (const Row& row : read_rows("text/nearest_names.tsv"))
    DYNAMIC_SECTION(row["input"] << ": " << row["why"]) {
      CHECK(nearest_names(row["input"], split_bars(row["candidates"]), std::stoul(row["limit"])) ==
            split_bars(row["nearest"]));
    }
}

TEST_CASE("nearest names: nothing is near ill-formed text", "[text]") {
  CHECK(nearest_names("abc\xFF", {"abc"}, 3).empty());
  CHECK(nearest_names("abc", {"ab\xFF"}, 3).empty());
}

TEST_CASE("nearest names: the band finds what the whole matrix finds", "[text]") {
  rc::prop("any two names of few letters", [] {
    const auto name = rc::gen::resize(10, rc::gen::nonEmpty(text_of_pieces({"a", "b"})));
    const std::string input = *name;
    const std::string candidate = *name;
    const bool near = distance(input, candidate) <= input.size() / 3;
    RC_TAG(near);
    RC_ASSERT(nearest_names(input, {candidate}, 1).size() == (near ? 1u : 0u));
  });
  rc::prop("a name and the same name with few edits", [] {
    const std::string input =
        *rc::gen::resize(8, rc::gen::nonEmpty(text_of_pieces({"ab", "c", "ca", "b"})));
    std::string candidate = input;
    const int edits = *rc::gen::inRange(0, 4);
    for (int i = 0; i < edits && !candidate.empty(); ++i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, candidate.size());
      if (*rc::gen::arbitrary<bool>())
        candidate.erase(at, 1);
      else
        candidate.insert(at, 1, 'c');
    }
    const bool near = distance(input, candidate) <= input.size() / 3;
    RC_TAG(near);
    RC_ASSERT(nearest_names(input, {candidate}, 1).size() == (near ? 1u : 0u));
  });
}
