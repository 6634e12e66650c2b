// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/piece_index.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <vector>

#include "tags/alike_names.h"

namespace ficsearch::tags {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers having(const PieceIndex& index, std::uint64_t piece) {
  Numbers numbers;
  index.for_each(piece, [&](std::uint32_t number) { numbers.push_back(number); });
  return numbers;
}

TEST_CASE("pieces: every name that has one is found, in order", "[tags]") {
  rc::prop("names far apart, pieces of sounds and others", [] {
    // Around where pieces of sounds end, so that both kinds are met.
    const auto piece = rc::gen::inRange<std::uint64_t>(kSoundPieces - 4, kSoundPieces + 4);
    std::map<std::uint32_t, std::set<std::uint64_t>> names;
    std::uint32_t number = 0;
    const auto count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
      number += *rc::gen::element<std::uint32_t>(1, 127, 128, 16'383, 16'384, 300'000);
      names[number] = *rc::gen::container<std::set<std::uint64_t>>(piece);
    }
    PieceIndex index;
    for (const auto& [name, pieces] : names)
      index.add(name, std::vector<std::uint64_t>(pieces.begin(), pieces.end()));
    index.finish();
    for (std::uint64_t each = kSoundPieces - 5; each < kSoundPieces + 5; ++each) {
      Numbers expected;
      for (const auto& [name, pieces] : names)
        if (pieces.contains(each)) expected.push_back(name);
      RC_ASSERT(having(index, each) == expected);
    }
    for (const auto& [name, pieces] : names) RC_ASSERT(index.pieces_of(name) == pieces.size());
  });
}

TEST_CASE("pieces: the first name may have the number 0", "[tags]") {
  PieceIndex index;
  index.add(0, std::vector<std::uint64_t>{7});
  index.add(1, std::vector<std::uint64_t>{7, 9});
  index.finish();
  CHECK(having(index, 7) == Numbers{0, 1});
  CHECK(having(index, 9) == Numbers{1});
  CHECK(having(index, 8).empty());
}

TEST_CASE("pieces: sounds, kanji and words that are written alike are apart", "[tags]") {
  const std::vector<std::uint64_t> latin = name_pieces("ab", {});
  // ^a ab b$ ^ab ab$ and the word.
  REQUIRE(latin.size() == 6);
  CHECK(latin[4] < kSoundPieces);
  CHECK(latin[5] >= kSoundPieces);
  const std::vector<std::uint64_t> kanji = name_pieces("森", std::vector<std::string>{"もり"});
  CHECK(kanji.back() >= kSoundPieces);
  CHECK(kanji.size() == 10);
}

}  // namespace
}  // namespace ficsearch::tags
