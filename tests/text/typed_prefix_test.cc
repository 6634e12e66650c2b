// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/typed_prefix.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <sstream>

#include "support/rows.h"
#include "text/code_points.h"
#include "text/reading_key.h"

using namespace ficsearch;

namespace {

std::vector<std::string> sorted_words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
  std::sort(words.begin(), words.end());
  return words;
}

std::vector<std::string> sorted(std::vector<std::string> keys) {
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

TEST_CASE("typed prefix: what was typed stands for what it can become", "[text]") {
  for (const test::Row& row : test::read_rows("text/typed_prefix.tsv")) {
    DYNAMIC_SECTION(row["why"] << ": " << row["typed"]) {
      const text::TypedPrefixes prefixes = text::typed_prefixes(row["typed"]);
      CHECK(sorted(prefixes.usual) == sorted_words(row["usual"]));
      CHECK(sorted(prefixes.rare) == sorted_words(row["rare"]));
    }
  }
}

TEST_CASE("typed prefix: every beginning of a kana word leads to its reading key", "[text]") {
  CHECK(rc::check("a beginning leads on", [] {
    const auto kana = *rc::gen::nonEmpty(
        rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(U'ぁ', U'ゖ')));
    const auto size = *rc::gen::inRange<std::size_t>(1, kana.size() + 1);
    const std::string whole = text::reading_key(text::to_utf8(kana));
    const text::TypedPrefixes prefixes =
        text::typed_prefixes(text::to_utf8(std::u32string_view(kana).substr(0, size)));
    const auto begins = [&](const std::string& prefix) { return whole.starts_with(prefix); };
    RC_ASSERT(std::any_of(prefixes.usual.begin(), prefixes.usual.end(), begins) ||
              std::any_of(prefixes.rare.begin(), prefixes.rare.end(), begins));
  }));
}
