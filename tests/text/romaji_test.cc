// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/romaji.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "support/rows.h"
#include "text/code_points.h"
#include "text/lossy_key.h"
#include "text/reading_key.h"
#include "text/romanizer.h"

using namespace ficsearch::text;
using ficsearch::test::can_be_doubled;
using ficsearch::test::kRomanizations;
using ficsearch::test::kSyllables;
using ficsearch::test::read_rows;
using ficsearch::test::romanize;
using ficsearch::test::Row;

namespace {

std::string joined(const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "" : " ") + key;
  return text;
}

// A reading as a dictionary could hold it.
rc::Gen<std::u32string> any_reading() {
  const auto syllable =
      rc::gen::map(rc::gen::elementOf(std::vector(kSyllables.begin(), kSyllables.end())),
                   [](const auto& entry) { return std::u32string(entry.kana); });
  const auto with_neighbours = rc::gen::map(
      rc::gen::pair(syllable, rc::gen::weightedElement<int>({{6, 0}, {1, 1}, {1, 2}, {1, 3}})),
      [](const std::pair<std::u32string, int>& drawn) {
        const auto& [kana, extra] = drawn;
        if (extra == 1) return kana + U"ー";
        if (extra == 2) return kana + U"ん";
        return extra == 3 && can_be_doubled(kana[0]) ? U"っ" + kana : kana;
      });
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::resize(
                          8, rc::gen::container<std::vector<std::u32string>>(with_neighbours))),
                      [](const std::vector<std::u32string>& parts) {
                        std::u32string reading;
                        for (const std::u32string& part : parts) reading += part;
                        // っ is doubled only inside a word.
                        return reading[0] == U'っ' ? reading.substr(1) : reading;
                      });
}

// In mīi without its macron, the second i is taken for the length of the first.
bool has_vowel_after_long_mark(const std::string& key) {
  const std::u32string kana = to_code_points(key);
  for (std::size_t i = 1; i < kana.size(); ++i)
    if (kana[i - 1] == U'ー' && kana[i] >= U'あ' && kana[i] <= U'お') return true;
  return false;
}

std::string without_macrons(const std::string& romaji) {
  std::u32string letters = to_code_points(romaji);
  std::erase(letters, U'\u0304');
  return to_utf8(letters);
}

}  // namespace

TEST_CASE("romaji: rows", "[text]") {
  for (const Row& row : read_rows("text/romaji.tsv")) {
    DYNAMIC_SECTION(row["why"]) {
      CHECK(joined(romaji_candidates(row["typed"])) == row["keys"]);
    }
  }
}

TEST_CASE("romaji: a reading comes back first in every system", "[text]") {
  rc::prop("Y of a reading is the first candidate of its romaji", [] {
    const std::string reading = to_utf8(*any_reading());
    RC_LOG() << reading << '\n';
    for (const auto system : kRomanizations) {
      const std::string romaji = romanize(to_code_points(reading), system);
      RC_LOG() << romaji << '\n';
      RC_ASSERT(romaji_candidates(romaji).front() == reading_key(reading));
    }
  });

  rc::prop("without macrons, the lossy key of a reading is among those typed", [] {
    const std::string reading = to_utf8(*any_reading());
    RC_LOG() << reading << '\n';
    RC_PRE(!has_vowel_after_long_mark(reading_key(reading)));
    const std::string romaji =
        without_macrons(romanize(to_code_points(reading), ficsearch::test::Romanization::hepburn));
    RC_LOG() << romaji << '\n';
    const auto keys = lossy_keys(romaji);
    RC_ASSERT(std::find(keys.begin(), keys.end(), lossy_key(reading_key(reading))) != keys.end());
  });
}

TEST_CASE("romaji: a long word is read too", "[text]") {
  std::string typed;
  std::u32string kana;
  for (int i = 0; i < 500; ++i) {
    typed += "kinyou";
    kana += U"きにょう";
  }
  CHECK(romaji_candidates(typed).size() == kMaxRomajiCandidates);
  CHECK(romaji_candidates(typed).front() == reading_key(to_utf8(kana)));
}
