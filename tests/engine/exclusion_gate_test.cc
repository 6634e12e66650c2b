// SPDX-License-Identifier: GPL-3.0-or-later
// Indexes that are damaged in one place, so that the first gate lets an excluded work through: the
// second one must make an error of it.
#include <xapian.h>

#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "store/metadata.h"
#include "store/registry.h"
#include "store/slots.h"
#include "store/terms.h"
#include "support/temporary_directory.h"
#include "text/keys.h"

using namespace ficsearch;

namespace {

constexpr const char* kWork = "inv:rare-01";

enum class Shown { ids, everything };

class Damaged {
 public:
  explicit Damaged(const std::function<void(Xapian::WritableDatabase&)>& damage) {
    Index::import(path(), {FICSEARCH_SOURCE_DIR "/samples/invented.jsonl"}, {});
    Xapian::WritableDatabase database(path().string(), Xapian::DB_OPEN);
    damage(database);
    database.commit();
  }

  Index open() const { return Index::open(path()); }

 private:
  std::filesystem::path path() const { return directory_.path() / "index"; }

  test::TemporaryDirectory directory_;
};

SearchRequest without_netorare(Shown shown) {
  SearchRequest request;
  request.exclude = {parse_filter_item("netorare")};
  request.limit = std::nullopt;
  if (shown == Shown::ids) request.fields = {"id"};
  return request;
}

void check_refused(Index& index, Shown shown) {
  const std::uint64_t before = index.withheld();
  try {
    index.search(without_netorare(shown));
    FAIL("an excluded work was shown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::index_corrupt);
    INFO(error.what());
    CHECK(std::string(error.what()).find(kWork) != std::string::npos);
    CHECK_FALSE(error.hint().empty());
  }
  CHECK(index.withheld() == before + 1);
}

Xapian::docid document_of(const Xapian::Database& database, const char* id) {
  return *database.postlist_begin(store::terms::of_work(id));
}

// Takes the work out of every posting list of its tags but that of its rating.
void lose_postings(Xapian::WritableDatabase& database) {
  const Xapian::docid number = document_of(database, kWork);
  Xapian::Document document = database.get_document(number);
  std::vector<std::string> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    if ((*term).front() == 'G') terms.push_back(*term);
  for (const std::string& term : terms) document.remove_term(term);
  database.replace_document(number, document);
}

void lose_tag_list(Xapian::WritableDatabase& database) {
  const Xapian::docid number = document_of(database, kWork);
  Xapian::Document document = database.get_document(number);
  document.remove_value(static_cast<Xapian::valueno>(store::Slot::tags));
  database.replace_document(number, document);
}

// Takes one tag out of the list of the work.
void lose_tag(Xapian::WritableDatabase& database) {
  const auto slot = static_cast<Xapian::valueno>(store::Slot::tags);
  const Xapian::docid number = document_of(database, kWork);
  Xapian::Document document = database.get_document(number);
  std::vector<store::PlacedTag> tags;
  store::decode_tags(document.get_value(slot), tags);
  tags.erase(tags.begin());
  document.add_value(slot, store::encode_tags(tags));
  database.replace_document(number, document);
}

void lose_keys(Xapian::WritableDatabase& database, const std::string& prefix) {
  std::vector<std::string> keys;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key)
    keys.push_back(*key);
  REQUIRE_FALSE(keys.empty());
  for (const std::string& key : keys) database.set_metadata(key, "");
}

}  // namespace

TEST_CASE("second gate: a work that posting lists have lost is kept back", "[engine][exclusion]") {
  const Damaged damaged(lose_postings);
  Index index = damaged.open();
  check_refused(index, Shown::ids);
  check_refused(index, Shown::everything);
}

TEST_CASE("second gate: what is not excluded is shown, whatever is damaged elsewhere",
          "[engine][exclusion]") {
  const Damaged damaged(lose_postings);
  Index index = damaged.open();
  SearchRequest request = without_netorare(Shown::ids);
  request.exclude = {parse_filter_item("author:nobody")};
  CHECK_FALSE(index.search(request).hits.empty());
  CHECK(index.withheld() == 0);
}

TEST_CASE("second gate: a negated tag inside a query counts", "[engine][exclusion]") {
  const Damaged damaged(lose_postings);
  Index index = damaged.open();
  SearchRequest request;
  request.query = "-(tag:netorare OR tag:netorase)";
  request.limit = std::nullopt;
  CHECK_THROWS_AS(index.search(request), Error);
}

TEST_CASE("second gate: why answers as search does", "[engine][exclusion]") {
  const Damaged damaged(lose_tag_list);
  Index index = damaged.open();
  try {
    index.why(without_netorare(Shown::ids), kWork);
    FAIL("an excluded work was said to be shown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::index_corrupt);
  }
}

TEST_CASE("second gate: a registry that has lost what folds to a key excludes nothing silently",
          "[engine][exclusion]") {
  const Damaged damaged([](Xapian::WritableDatabase& database) {
    lose_keys(database, store::metadata::kFoldPrefix);
  });
  Index index = damaged.open();
  for (const Shown shown : {Shown::ids, Shown::everything})
    CHECK_THROWS_AS(index.search(without_netorare(shown)), Error);
}

TEST_CASE("a loaded index: tag lists that disagree with posting lists are not answered from",
          "[engine][exclusion]") {
  for (const auto& damage : {lose_postings, lose_tag_list, lose_tag}) {
    const Damaged damaged(damage);
    Index index = damaged.open();
    try {
      index.warm();
      FAIL("damage was not noticed");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::index_corrupt);
    }
  }
}
