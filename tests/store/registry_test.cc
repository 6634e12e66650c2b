// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registry_writer.h"

#include <xapian.h>

#include <catch2/catch.hpp>

#include "ficsearch/error.h"
#include "support/error_code.h"
#include "support/temporary_directory.h"

using namespace ficsearch;
using store::TagEntry;

namespace {

struct TemporaryDatabase {
  test::TemporaryDirectory directory;
  Xapian::WritableDatabase database{directory.path().string(),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS};
};

store::SpellingDetails nothing_more() {
  return {};
}

}  // namespace

TEST_CASE("registry: one number for each facet and written form", "[store]") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& database = temporary.database;
  store::TagRegistryWriter writer(database);
  const auto ntr = writer.id_of(Facet::freeform, "NTR", "ntr", nothing_more);
  CHECK(writer.id_of(Facet::freeform, "NTR", "ntr", nothing_more) == ntr);
  CHECK(writer.id_of(Facet::freeform, "ntr", "ntr", nothing_more) != ntr);
  CHECK(writer.id_of(Facet::trope, "NTR", "ntr", nothing_more) != ntr);
  writer.flush();
  CHECK(store::TagRegistry(database).size() == 3);
}

TEST_CASE("registry: numbers are found again by a later writer", "[store]") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& database = temporary.database;
  store::TagRegistryWriter earlier(database);
  const auto first = earlier.id_of(Facet::freeform, "寝取られ", "寝取られ", nothing_more);
  earlier.flush();
  store::TagRegistryWriter later(database);
  CHECK(later.id_of(Facet::freeform, "寝取られ", "寝取られ", nothing_more) == first);
  CHECK(later.id_of(Facet::freeform, "寝取り", "寝取り", nothing_more) != first);
}

TEST_CASE("registry: every entry of a folded key, and none of another", "[store]") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& database = temporary.database;
  store::TagRegistryWriter writer(database);
  writer.id_of(Facet::freeform, "NTR", "ntr", nothing_more);
  writer.id_of(Facet::trope, "ＮＴＲ", "ntr", nothing_more);
  writer.id_of(Facet::freeform, "country", "country", nothing_more);
  writer.flush();
  const store::TagRegistry registry(database);
  const std::vector<TagEntry>& entries = registry.with_fold("ntr");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].written == "NTR");
  CHECK(entries[1].facet == Facet::trope);
  CHECK(registry.with_fold("nt").empty());
  CHECK(registry.entry(entries[1].id) == entries[1]);
}

TEST_CASE("registry: long keys with a common beginning are kept apart", "[store]") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& database = temporary.database;
  store::TagRegistryWriter writer(database);
  const std::string shared(400, 'x');
  writer.id_of(Facet::freeform, shared + "A", shared + "a", nothing_more);
  writer.id_of(Facet::freeform, shared + "B", shared + "b", nothing_more);
  writer.flush();
  const store::TagRegistry registry(database);
  REQUIRE(registry.with_fold(shared + "b").size() == 1);
  CHECK(registry.with_fold(shared + "b")[0].written == shared + "B");
  CHECK(registry.with_fold_prefix(shared).size() == 2);
  CHECK(registry.with_fold_prefix(shared + "a").size() == 1);
}

TEST_CASE("registry: a prefix finds whole characters of any script", "[store]") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& database = temporary.database;
  store::TagRegistryWriter writer(database);
  for (const char* tag : {"寝取られ", "寝取り", "寝室", "netorare"})
    writer.id_of(Facet::freeform, tag, tag, nothing_more);
  writer.flush();
  const store::TagRegistry registry(database);
  CHECK(registry.with_fold_prefix("寝取").size() == 2);
  CHECK(registry.with_fold_prefix("neto").size() == 1);
  std::size_t all = 0;
  registry.for_each([&](const TagEntry&) { ++all; });
  CHECK(all == 4);
}

TEST_CASE("registry: what may join a spelling finds it by its joining keys", "[store]") {
  TemporaryDatabase temporary;
  store::TagRegistryWriter writer(temporary.database);
  const store::SpellingDetails details{{"きょーえん"}, {"Yきょーえん"}, {}};
  const auto kanji = writer.id_of(Facet::freeform, "饗宴", "饗宴", [&] { return details; });
  writer.id_of(Facet::freeform, "公園", "公園", nothing_more);
  writer.flush();
  const store::TagRegistry registry(temporary.database);
  REQUIRE(registry.with_join_key("Yきょーえん").size() == 1);
  CHECK(registry.with_join_key("Yきょーえん")[0].id == kanji);
  CHECK(registry.sounds_of(kanji) == details.sounds);
  CHECK(registry.with_join_key("Yこーえん").empty());
}

TEST_CASE("registry: a word finds every form that has it, over batches and far numbers",
          "[store]") {
  TemporaryDatabase temporary;
  store::TagRegistryWriter writer(temporary.database);
  const auto with_words = [&](const std::string& tag, std::vector<std::string> words) {
    return writer.id_of(Facet::freeform, tag, tag, [&] {
      return store::SpellingDetails{{}, {}, std::move(words)};
    });
  };
  std::vector<store::TagId> slow{with_words("slow burn", {"slow", "burn"})};
  writer.flush();
  for (int i = 0; i < 20'000; ++i) with_words("tag " + std::to_string(i), {"tag"});
  slow.push_back(with_words("slow", {"slow"}));
  writer.flush();
  slow.push_back(with_words("slowly, slow", {"slowly", "slow"}));
  writer.flush();
  const store::TagRegistry registry(temporary.database);
  CHECK(registry.with_word("slow") == slow);
  CHECK(registry.with_word("slowly").size() == 1);
  CHECK(registry.with_word("tag").size() == 20'000);
  CHECK(registry.with_word("slo").empty());
}

TEST_CASE("registry: two forms with one hash are refused, in one batch or later", "[store]") {
  TemporaryDatabase temporary;
  const auto same_for_all = [](Facet, std::string_view) { return store::TagHash{7}; };
  const auto code_of = [](store::TagRegistryWriter& writer, std::string_view tag) {
    return test::code_of([&] { writer.id_of(Facet::freeform, tag, tag, nothing_more); });
  };
  store::TagRegistryWriter writer(temporary.database, same_for_all);
  const auto first = writer.id_of(Facet::freeform, "netori", "netori", nothing_more);
  CHECK(code_of(writer, "netorase") == ErrorCode::hash_clash);
  writer.flush();
  store::TagRegistryWriter later(temporary.database, same_for_all);
  CHECK(code_of(later, "netorase") == ErrorCode::hash_clash);
  CHECK(later.id_of(Facet::freeform, "netori", "netori", nothing_more) == first);
}
