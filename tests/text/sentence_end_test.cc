// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_end.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/rows.h"

using ficsearch::test::read_rows;
using ficsearch::test::Row;
using ficsearch::text::sentence_end;

namespace {

constexpr std::size_t kMaxBytes = 12;
constexpr std::string_view kLineEnd = "␤";

// `marked` cut to its end, with a bar after each sentence.
std::string cut(std::string marked) {
  std::vector<std::size_t> line_ends;
  for (std::size_t at; (at = marked.find(kLineEnd)) != std::string::npos;) {
    marked.replace(at, kLineEnd.size(), " ");
    line_ends.push_back(at);
  }
  std::string sentences;
  for (std::size_t begin = 0; begin < marked.size();) {
    const std::size_t length =
        sentence_end(std::string_view(marked).substr(begin), kMaxBytes, [&](std::size_t offset) {
          return std::find(line_ends.begin(), line_ends.end(), begin + offset) != line_ends.end();
        });
    REQUIRE(length > 0);
    sentences.append(marked, begin, length).append("|");
    begin += length;
  }
  for (std::size_t at : line_ends) {
    const auto bars = static_cast<std::size_t>(
        std::count(sentences.begin(), sentences.begin() + static_cast<std::ptrdiff_t>(at), '|'));
    sentences.replace(at + bars, 1, kLineEnd);
  }
  return sentences;
}

}  // namespace

TEST_CASE("sentence end: sentences end at stops and line ends, or where they must", "[text]") {
  for (const Row& row : read_rows("text/sentence_ends.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(cut(row["text"]) == row["sentences"]);
    }
}
