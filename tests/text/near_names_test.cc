// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ficsearch/text.h"
#include "support/rows.h"
#include "text/code_points.h"
#include "text/keys.h"
#include "text/near_names.h"
#include "text/surface.h"
#include "text/text_pieces.h"

using ficsearch::nearest_names;
using ficsearch::test::read_rows;
using ficsearch::test::Row;
using ficsearch::test::text_of_pieces;
using ficsearch::text::NearNames;
using ficsearch::text::signature_of;
using ficsearch::text::to_code_points;
using ficsearch::text::to_utf8;

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

// The whole matrix of the surface keys: optimal string alignment.
std::size_t distance(const std::string& one, const std::string& other) {
  const std::u32string a = to_code_points(ficsearch::text::surface_key(one));
  const std::u32string b = to_code_points(ficsearch::text::surface_key(other));
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

std::size_t limit_of(const std::string& input) {
  return to_code_points(ficsearch::text::surface_key(input)).size() / 3;
}

// A text and the same with some edits, of up to some hundred characters.
struct Edited {
  std::string input;
  std::string candidate;
};

Edited edited(const std::vector<std::string>& pieces) {
  Edited texts;
  texts.input =
      *rc::gen::resize(*rc::gen::element(4, 12, 40, 90), rc::gen::nonEmpty(text_of_pieces(pieces)));
  std::u32string changed = to_code_points(texts.input);
  const auto edits = *rc::gen::inRange<std::size_t>(0, 2 + changed.size() / 2);
  for (std::size_t i = 0; i < edits && changed.size() > 1; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, changed.size() - 1);
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        changed.erase(at, 1);
        break;
      case 1:
        changed.insert(at, 1, U'c');
        break;
      case 2:
        changed[at] = U'取';
        break;
      default:
        std::swap(changed[at], changed[at + 1]);
    }
  }
  texts.candidate = ficsearch::text::to_utf8(changed);
  return texts;
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

TEST_CASE("nearest names: of any length and script as the whole matrix has it", "[text]") {
  rc::prop("a name and the same name with edits", [] {
    const auto [input, candidate] =
        edited({"a", "B", "c ", "xy", "寝", "取", "ら", "Ａ", "é", "ｶﾞ"});
    const bool near = limit_of(input) != 0 && distance(input, candidate) <= limit_of(input);
    RC_TAG(near);
    RC_TAG(limit_of(input) > 21);
    RC_ASSERT(nearest_names(input, {candidate}, 1).size() ==
              (near || distance(input, candidate) == 0 ? 1u : 0u));
  });
}

TEST_CASE("nearest names: no signature hides a name that is near", "[text]") {
  rc::prop("a name and the same name with edits", [] {
    const auto [input, candidate] =
        edited({"a", "B", "c ", "xy", "寝", "取", "ら", "Ａ", "é", "ｶﾞ"});
    const NearNames near(input, 1);
    const bool is_held = near.may_hold(signature_of(candidate));
    RC_TAG(is_held);
    if (!nearest_names(input, {candidate}, 1).empty()) RC_ASSERT(is_held);
  });
}

TEST_CASE("nearest names: signatures are of use", "[text]") {
  const NearNames near("campfire storys", 5);
  CHECK(near.may_hold(signature_of("Campfire Stories")));
  CHECK_FALSE(near.may_hold(signature_of("Campfire")));
  CHECK_FALSE(near.may_hold(signature_of("Quiet Lanternn")));
  CHECK_FALSE(near.may_hold(signature_of("焚き火の物語")));
  CHECK_FALSE(NearNames("", 5).may_hold(signature_of("")));
}

TEST_CASE("nearest names: they are the same in any order of coming", "[text]") {
  rc::prop("names of few letters", [] {
    const auto name = rc::gen::resize(6, rc::gen::nonEmpty(text_of_pieces({"a", "b", "c"})));
    const std::string input = *name;
    auto names = *rc::gen::resize(20, rc::gen::container<std::vector<std::string>>(name));
    const auto most = *rc::gen::inRange<std::size_t>(0, 4);
    std::vector<std::pair<std::size_t, std::string>> expected;
    for (const std::string& each : names)
      if (distance(input, each) <= limit_of(input))
        expected.emplace_back(distance(input, each), each);
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    expected.resize(std::min(expected.size(), most));
    NearNames near(input, most);
    for (const std::string& each : names) near.add(each);
    RC_ASSERT(near.names().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      RC_ASSERT(near.names()[i] == expected[i].second);
  });
}

TEST_CASE("nearest names: the short way to a surface key gives the same", "[text]") {
  rc::prop("of characters that are plain and others", [] {
    const std::string text = *text_of_pieces(
        {"a", "B", " ", "\t", "　", "寝", "ラ", "ー", "Ａ", "～", "é", "ｶﾞ", "か\u3099", "“", "…"});
    std::u32string key;
    const bool is_plain = ficsearch::text::append_plain_surface(text, key);
    RC_TAG(is_plain);
    if (is_plain) RC_ASSERT(to_utf8(key) == ficsearch::text::surface_key(text));
  });
}
