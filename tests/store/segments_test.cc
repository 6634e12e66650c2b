// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segments.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "store/reader.h"
#include "store/record.h"
#include "store/writer.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

constexpr const char* kRules = "rules 1";

struct EmptyIndex {
  test::TemporaryDirectory directory;
  std::filesystem::path path = directory.path() / "index";
  store::Writer writer{path, kRules};
};

// Of works with ids from `first` on; each bears a tag of its own, and all have a word in their
// names.
store::SegmentBatch batch(store::Writer& writer, std::uint64_t place, std::uint32_t first,
                          std::uint32_t count) {
  store::SegmentBatch made{place, first, {}, {}};
  for (std::uint32_t number = first; number < first + count; ++number) {
    Work work;
    work.id = "w" + std::to_string(number);
    work.title = "Work " + work.id;
    writer.tags().id_of(Facet::freeform, "tag " + work.id, "tag" + work.id, [] {
      return store::SpellingDetails{{}, {}, {"tag"}};
    });
    made.documents.push_back(
        {work.id, {{store::terms::of_work(work.id), 0, {}}}, {}, store::encode_record(work)});
  }
  made.registry = writer.tags().take_changes();
  return made;
}

std::vector<store::TagId> ids(std::uint32_t count) {
  std::vector<store::TagId> all;
  for (std::uint32_t id = 0; id < count; ++id) all.push_back(store::TagId{id});
  return all;
}

std::size_t entries_of(const std::filesystem::path& directory) {
  const std::filesystem::directory_iterator entries(directory);
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

}  // namespace

TEST_CASE("segments: parts finished in any order are one index, in the order of their documents",
          "[store]") {
  EmptyIndex index;
  const auto segments = store::Segments::begin(index.path, index.writer.base());
  REQUIRE(segments);
  std::vector<store::SegmentBatch> batches;
  for (std::uint32_t place = 0; place < 70; ++place)
    batches.push_back(batch(index.writer, place, 1 + 2 * place, 2));
  std::reverse(batches.begin(), batches.end());
  for (const store::SegmentBatch& one : batches) segments->write(one);
  segments->publish();
  index.writer.reopen();
  CHECK(index.writer.works() == 140);
  const store::Reader reader(index.path, kRules);
  CHECK(reader.find_work("w1") == store::DocumentId{1});
  CHECK(reader.find_work("w140") == store::DocumentId{140});
  CHECK(reader.work(store::DocumentId{77}).id == "w77");
  CHECK(reader.registry().size() == 140);
  CHECK(reader.registry().with_word("tag") == ids(140));
}

TEST_CASE("segments: what the index had stays", "[store]") {
  EmptyIndex index;
  index.writer.begin();
  index.writer.put_vocabulary("a = 1\n");
  index.writer.commit();
  for (const std::uint32_t first : {1, 4}) {
    const auto segments = store::Segments::begin(index.path, index.writer.base());
    REQUIRE(segments);
    segments->write(batch(index.writer, 0, first, 3));
    segments->publish();
    index.writer.reopen();
  }
  CHECK(index.writer.works() == 6);
  CHECK(index.writer.vocabulary() == "a = 1\n");
  const store::Reader reader(index.path, kRules);
  CHECK(reader.registry().size() == 6);
  CHECK(reader.registry().with_word("tag") == ids(6));
}

TEST_CASE(
    "segments: nothing is in the index before they are published, and nothing beside it after",
    "[store]") {
  EmptyIndex index;
  {
    const auto segments = store::Segments::begin(index.path, index.writer.base());
    REQUIRE(segments);
    segments->write(batch(index.writer, 0, 1, 3));
    CHECK(entries_of(index.directory.path()) == 2);
  }
  CHECK(entries_of(index.directory.path()) == 1);
  CHECK(store::Reader(index.path, kRules).works() == 0);
}

TEST_CASE("segments: what a crash left is removed", "[store]") {
  EmptyIndex index;
  const std::filesystem::path left = index.directory.path() / ".index.import";
  std::filesystem::create_directories(left / "whole");
  std::ofstream(left / "whole" / "postlist.glass") << "half";
  const auto segments = store::Segments::begin(index.path, index.writer.base());
  REQUIRE(segments);
  segments->write(batch(index.writer, 0, 1, 3));
  segments->publish();
  CHECK(store::Reader(index.path, kRules).works() == 3);
}

TEST_CASE("segments: parts that are finished stay unless they are published, up to the first gap",
          "[store]") {
  EmptyIndex index;
  const store::BuildBase base = index.writer.base();
  {
    const auto segments = store::Segments::begin(index.path, base);
    REQUIRE(segments);
    // 32 batches make a part; the third of them never comes to an end.
    for (std::uint32_t place = 0; place < 130; ++place) {
      const store::SegmentBatch made = batch(index.writer, place, 1 + 2 * place, 2);
      if (place != 70) segments->write(made);
    }
  }
  CHECK(store::Segments::has_left(index.path));
  const store::Writer& writer = index.writer;
  CHECK_FALSE(store::Segments::find_left(index.path, {"another", 0, 0}));
  CHECK_FALSE(store::Segments::find_left(index.path, {base.uuid, 1, 0}));
  CHECK_FALSE(store::Segments::find_left(index.path, {base.uuid, 0, 1}));
  CHECK(writer.works() == 0);
  {
    const auto left = store::Segments::find_left(index.path, base);
    REQUIRE(left);
    CHECK(left->last_document() == 128);
    left->publish();
  }
  CHECK_FALSE(store::Segments::has_left(index.path));
  const store::Reader reader(index.path, kRules);
  CHECK(reader.works() == 128);
  CHECK(reader.work(store::DocumentId{77}).id == "w77");
  CHECK(reader.registry().size() == 128);
  CHECK(reader.registry().with_word("tag") == ids(128));
}

TEST_CASE("segments: parts with a gap before the first are none", "[store]") {
  EmptyIndex index;
  const store::BuildBase base = index.writer.base();
  {
    const auto segments = store::Segments::begin(index.path, base);
    REQUIRE(segments);
    for (std::uint32_t place = 0; place < 64; ++place) {
      const store::SegmentBatch made = batch(index.writer, place, 1 + place, 1);
      if (place != 5) segments->write(made);
    }
  }
  CHECK_FALSE(store::Segments::find_left(index.path, base));
  store::Segments::remove_left(index.path);
  CHECK(entries_of(index.directory.path()) == 1);
}

TEST_CASE("segments: an index behind a link is replaced where it is", "[store]") {
  EmptyIndex index;
  const std::filesystem::path link = index.directory.path() / "link";
  std::filesystem::create_directory_symlink(index.path, link);
  const auto segments = store::Segments::begin(link, index.writer.base());
  REQUIRE(segments);
  segments->write(batch(index.writer, 0, 1, 3));
  segments->publish();
  CHECK(std::filesystem::is_symlink(link));
  CHECK(store::Reader(index.path, kRules).works() == 3);
}

TEST_CASE("segments: a directory with other files is never replaced", "[store]") {
  EmptyIndex index;
  std::ofstream(index.path / "notes.txt") << "mine";
  CHECK_FALSE(store::Segments::begin(index.path, index.writer.base()));
  CHECK(entries_of(index.directory.path()) == 1);
}
