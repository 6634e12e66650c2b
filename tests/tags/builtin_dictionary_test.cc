// SPDX-License-Identifier: GPL-3.0-or-later
// The dictionary that comes with the program. A program of its own: it needs sources without fault.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "support/rows.h"
#include "tags/dictionary.h"
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

}  // namespace
}  // namespace ficsearch::tags
