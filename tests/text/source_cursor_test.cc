// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/source_cursor.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>
#include <type_traits>

#include "text/keys.h"
#include "text/text_pieces.h"

using namespace ficsearch::text;
using ficsearch::test::any_text;

namespace {

// A key made by hand: an equal run, a run of other bytes, a gap in the source, an expansion.
constexpr std::string_view kSource = "abcＸ--d㎏e";
MappedKey example() {
  return {"abcxdkge", {{0, 3, 0, 3}, {3, 4, 3, 6}, {4, 5, 8, 9}, {5, 7, 9, 12}, {7, 8, 12, 13}}};
}

}  // namespace

TEST_CASE("source cursor: an equal run maps byte by byte, any other as a whole", "[text]") {
  const MappedKey key = example();
  SourceCursor cursor(key, kSource);
  CHECK(cursor.find(0, 1) == ByteRange{0, 1});
  CHECK(cursor.find(1, 3) == ByteRange{1, 3});
  CHECK(cursor.find(2, 4) == ByteRange{2, 6});
  CHECK(cursor.find(3, 4) == ByteRange{3, 6});
  CHECK(cursor.find(5, 6) == ByteRange{9, 12});
  CHECK(cursor.find(6, 7) == ByteRange{9, 12});
  CHECK(cursor.find(6, 8) == ByteRange{9, 13});
}

TEST_CASE("source cursor: what the key left out is inside a range, never at its ends", "[text]") {
  const MappedKey key = example();
  SourceCursor cursor(key, kSource);
  CHECK(cursor.find(3, 4) == ByteRange{3, 6});
  CHECK(cursor.find(3, 5) == ByteRange{3, 9});
  CHECK(cursor.find(4, 5) == ByteRange{8, 9});
}

TEST_CASE("source cursor: a key that would be gone is refused by the compiler", "[text]") {
  STATIC_REQUIRE(std::is_constructible_v<SourceCursor, const MappedKey&, std::string_view>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<SourceCursor, MappedKey, std::string_view>);
}

TEST_CASE("source cursor: a walk gives what looking up each range alone gives", "[text]") {
  rc::prop("byte by byte over any key", [] {
    const std::string text = *any_text();
    const MappedKey key = fold_mapped(text);
    SourceCursor walk(key, text);
    for (std::size_t at = 0; at < key.key.size(); ++at) {
      SourceCursor alone(key, text);
      RC_ASSERT(walk.find(at, key.key.size()) == alone.find(at, key.key.size()));
    }
  });
}
