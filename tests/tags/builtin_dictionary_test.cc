// SPDX-License-Identifier: GPL-3.0-or-later
// The dictionary that comes with the program. A program of its own: it needs sources without fault.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "support/rows.h"
#include "tags/dictionary.h"
#include "tags/dictionary_spellings.h"
#include "tags/same_word.h"
#include "tags/spelling_digest.h"
#include "tags/spelling_keys.h"
#include "tags/vocabulary.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

std::string after_origin(const std::string& version) {
  return version.substr(version.find('-'));
}

TEST_CASE("shipped dictionary: what is built in is what the sources say", "[tags]") {
  const std::shared_ptr<const Dictionary> builtin = Dictionary::builtin();
  const Dictionary loaded = Dictionary::load(FICSEARCH_SOURCE_DIR "/dict");
  CHECK(builtin->version().starts_with("builtin-"));
  CHECK(after_origin(builtin->version()) == after_origin(loaded.version()));
  REQUIRE(builtin->concepts().size() == loaded.concepts().size());
  for (std::size_t i = 0; i < loaded.concepts().size(); ++i) {
    const auto ref = static_cast<ConceptRef>(i);
    CAPTURE(loaded[ref].id);
    CHECK((*builtin)[ref] == loaded[ref]);
    const auto built_keys = builtin->alias_keys(ref);
    const auto keys = loaded.alias_keys(ref);
    CHECK(std::equal(built_keys.begin(), built_keys.end(), keys.begin(), keys.end()));
  }
}

TEST_CASE("shipped dictionary: built-in keys are those that are made at run time", "[tags]") {
  const std::shared_ptr<const Dictionary> dictionary = Dictionary::builtin();
  SpellingReader reader;
  const auto check = [&](const std::string& written) {
    const auto digest = dictionary->spelling_digest(written);
    REQUIRE(digest);
    if (read_spelling_digest(*digest) == *reader.keys_of(written)) return;
    FAIL_CHECK("other keys than at run time: " << written);
  };
  for (const Concept& each : dictionary->concepts()) {
    for (const std::string& form : DictionarySpellings::written_forms(each)) check(form);
    for (const std::string& reading : each.readings) check(reading);
  }
}

TEST_CASE("shipped dictionary: an archive's own spellings are read at run time", "[tags]") {
  Vocabulary own;
  own.additions["netorare"].spellings = {{"月光官僚譚", "kanji"}};
  const std::shared_ptr<const Dictionary> dictionary = Dictionary::builtin_with(own);
  CHECK(dictionary->spelling_digest("寝取られ"));
  CHECK_FALSE(dictionary->spelling_digest("月光官僚譚"));
  SpellingReader reader;
  const DictionarySpellings spellings(*dictionary, reader);
  const auto keys = join_keys(*reader.keys_of("月光官僚譚"));
  CHECK(std::all_of(keys.begin(), keys.end(),
                    [&](const std::string& key) { return !spellings.with_join_key(key).empty(); }));
}

TEST_CASE("shipped dictionary: threads share one", "[tags]") {
  std::vector<std::shared_ptr<const Dictionary>> seen(4);
  {
    std::vector<std::jthread> threads;
    for (auto& each : seen) threads.emplace_back([&each] { each = Dictionary::builtin(); });
  }
  for (const auto& each : seen) CHECK(each == Dictionary::builtin());
}

TEST_CASE("shipped dictionary: the model family is three concepts under one", "[tags]") {
  const std::shared_ptr<const Dictionary> dictionary = Dictionary::builtin();
  for (const test::Row& row : test::read_rows("tags/model_family.tsv"))
    DYNAMIC_SECTION(row["tag"] << ": " << row["why"]) {
      const auto ref = dictionary->resolve(text::fold_key(row["tag"]), std::nullopt);
      CHECK((ref ? (*dictionary)[*ref].id : "-") == row["concept"]);
    }
}

TEST_CASE("shipped dictionary: the siblings are distinct, and their parent covers them", "[tags]") {
  const std::shared_ptr<const Dictionary> dictionary = Dictionary::builtin();
  const auto ref = [&](std::string_view id) { return dictionary->find(id).value(); };
  const auto below = dictionary->with_narrower(ref("partner-taking"));
  const std::set<ConceptRef> covered(below.begin(), below.end());
  for (const std::string_view a : {"netorare", "netori", "netorase"}) {
    CHECK(covered.contains(ref(a)));
    for (const std::string_view b : {"netorare", "netori", "netorase"})
      CHECK(dictionary->are_distinct(ref(a), ref(b)) == (a != b));
  }
}

TEST_CASE("shipped dictionary: Chinese labels claim no Japanese sounds", "[tags]") {
  const std::shared_ptr<const Dictionary> builtin = Dictionary::builtin();
  SpellingReader reader;
  const DictionarySpellings spellings(*builtin, reader);
  // 高塔, 轻小 and 导师, as they would be read in Japanese.
  for (const char* kana : {"こうとう", "どうし"}) {
    CAPTURE(kana);
    for (const std::string& key : join_keys(*reader.keys_of(kana)))
      for (const std::uint32_t place : spellings.with_join_key(key))
        CHECK(same_word(*reader.keys_of(kana), spellings[place].keys) != text::MatchTier::reading);
  }
}

}  // namespace
}  // namespace ficsearch::tags
