// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/maintenance.h"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <sstream>

#include "ficsearch/delete.h"
#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "ficsearch/vocabulary.h"
#include "store/metadata.h"
#include "store/seal.h"
#include "store/slots.h"
#include "store/writer_lock.h"
#include "support/error_code.h"
#include "support/foreign_leaks.h"
#include "support/random_archive.h"
#include "support/seen_in.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

class Shelf {
 public:
  explicit Shelf(std::size_t works = 40, std::uint64_t seed = 5) {
    std::ofstream lines(folder_.path() / "works.jsonl", std::ios::binary);
    for (const Work& work : test::RandomArchive(seed).works(works)) lines << to_json(work) << "\n";
    lines.close();
    import_from(folder_.path() / "works.jsonl", index());
  }

  std::filesystem::path index() const { return folder_.path() / "index"; }
  std::filesystem::path other(const std::string& name) const { return folder_.path() / name; }

  static ImportReport import_from(const std::filesystem::path& file,
                                  const std::filesystem::path& into) {
    return Index::import(into, {file.string()}, {});
  }

  std::filesystem::path exported(const std::filesystem::path& from, const std::string& name) const {
    std::ofstream lines(other(name), std::ios::binary);
    export_works(from, [&](Work&& work) { lines << to_json(work) << "\n"; });
    return other(name);
  }

  void damage(const std::function<void(Xapian::WritableDatabase&)>& change) const {
    Xapian::WritableDatabase database(index().string(), Xapian::DB_OPEN);
    change(database);
    database.commit();
  }

 private:
  test::TemporaryDirectory folder_;
};

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

// Whatever a search can see of it.
std::string seen_in(const std::filesystem::path& directory) {
  Index index = Index::open(directory);
  return test::seen_in(index);
}

CheckReport deep(const std::filesystem::path& directory) {
  return check_index(directory, CheckDepth::deep);
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string all;
  for (const std::string& sentence : sentences) all += sentence + "\n";
  return all;
}

}  // namespace

TEST_CASE("check: a whole index has no damage, however deep it is looked at",
          "[engine][maintenance]") {
  const Shelf shelf;
  for (const CheckDepth depth : {CheckDepth::usual, CheckDepth::deep}) {
    const CheckReport report = check_index(shelf.index(), depth);
    CHECK(joined(report.damage) == "");
    CHECK(report.works == 40);
    CHECK(report.seal == SealState::none);
  }
}

TEST_CASE("check: an empty index is whole", "[engine][maintenance]") {
  const test::TemporaryDirectory folder;
  Index::create(folder.path() / "index");
  CHECK(deep(folder.path() / "index").damage.empty());
}

TEST_CASE("check: where there is no index is no damage but an error", "[engine][maintenance]") {
  const test::TemporaryDirectory folder;
  CHECK(test::code_of([&] { check_index(folder.path() / "none", CheckDepth::usual); }) ==
        ErrorCode::no_index);
}

TEST_CASE("check: each kind of damage is found and named", "[engine][maintenance]") {
  struct Case {
    const char* says;
    CheckDepth depth;
    std::function<void(Xapian::WritableDatabase&)> change;
  };
  const auto with_document = [](const std::function<void(Xapian::Document&)>& change) {
    return [change](Xapian::WritableDatabase& database) {
      Xapian::Document document = database.get_document(3);
      change(document);
      database.replace_document(3, document);
    };
  };
  const auto slot = [](store::Slot value) { return static_cast<Xapian::valueno>(value); };
  const std::vector<Case> cases{
      {"the stored record of a work is damaged", CheckDepth::usual,
       with_document([](Xapian::Document& document) {
         std::string record = document.get_data();
         record[record.size() / 2] ^= 1;
         document.set_data(record);
       })},
      {"is not found by its id", CheckDepth::usual, with_document([&](Xapian::Document& document) {
         document.add_value(slot(store::Slot::work_id), "another");
       })},
      {"another content hash", CheckDepth::usual, with_document([&](Xapian::Document& document) {
         document.add_value(slot(store::Slot::content_hash), std::string(16, 'x'));
       })},
      {"works that bear", CheckDepth::usual, with_document([&](Xapian::Document& document) {
         document.add_value(slot(store::Slot::tags),
                            document.get_value(slot(store::Slot::tags)).substr(0, 1));
       })},
      {"has another list of tags", CheckDepth::usual,
       [&](Xapian::WritableDatabase& database) {  // as often borne, but by other works
         Xapian::Document a = database.get_document(1);
         Xapian::Document b = database.get_document(2);
         const std::string of_a = a.get_value(slot(store::Slot::tags));
         a.add_value(slot(store::Slot::tags), b.get_value(slot(store::Slot::tags)));
         b.add_value(slot(store::Slot::tags), of_a);
         database.replace_document(1, a);
         database.replace_document(2, b);
       }},
      {"is not found by its folded key", CheckDepth::usual,
       [](Xapian::WritableDatabase& database) {
         const auto key = database.metadata_keys_begin(store::metadata::kFoldPrefix);
         database.set_metadata(*key, "");
       }},
      {"gap", CheckDepth::usual,
       [](Xapian::WritableDatabase& database) {
         const auto key = database.metadata_keys_begin(store::metadata::kTagPrefix);
         database.set_metadata(*key, "");
       }},
      {"is not indexed as its record says", CheckDepth::deep,
       with_document([](Xapian::Document& document) { document.add_term("Tunheard", 6); })},
      {"has another value 2", CheckDepth::deep, with_document([&](Xapian::Document& document) {
         document.add_value(slot(store::Slot::words), std::string("\0\0\7\7", 4));
       })},
  };
  for (const Case& one : cases) {
    const Shelf shelf;
    shelf.damage(one.change);
    const std::string found = joined(check_index(shelf.index(), one.depth).damage);
    INFO(found);
    CHECK(found.find(one.says) != std::string::npos);
  }
}

TEST_CASE("check: a vocabulary that cannot be read is damage", "[engine][maintenance]") {
  const Shelf shelf;
  shelf.damage([](Xapian::WritableDatabase& database) {
    database.set_metadata(store::metadata::kVocabulary, "[[concept]\nid = ");
  });
  CHECK(deep(shelf.index()).damage.size() == 1);
}

TEST_CASE("seal: every flipped bit, cut and stray file is found", "[engine][maintenance]") {
  const Shelf shelf(12);
  seal_index(shelf.index());
  REQUIRE(check_index(shelf.index(), CheckDepth::usual).seal == SealState::intact);
  std::mt19937_64 random(11);
  for (const auto& entry : std::filesystem::directory_iterator(shelf.index())) {
    const std::filesystem::path file = entry.path();
    if (file.filename() == "flintlock") continue;
    const std::string whole = content_of(file);
    for (int i = 0; i < 25; ++i) {
      std::string flipped = whole;
      const std::size_t bit =
          std::uniform_int_distribution<std::size_t>(0, flipped.size() * 8 - 1)(random);
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
      write(file, flipped);
      CAPTURE(file.filename().string(), bit);
      const CheckReport report = check_index(shelf.index(), CheckDepth::usual);
      CHECK(report.seal == SealState::broken);
      CHECK(report.damage.size() == 1);
    }
    write(file, whole.substr(0, whole.size() / 2));
    CHECK(check_index(shelf.index(), CheckDepth::usual).seal == SealState::broken);
    write(file, whole);
  }
  write(shelf.index() / "stray.glass", "");
  CHECK(check_index(shelf.index(), CheckDepth::usual).damage ==
        std::vector<std::string>{"the file stray.glass is not in the seal"});
}

TEST_CASE("seal: the next change takes it away, and an import that changes nothing does not",
          "[engine][maintenance]") {
  const Shelf shelf;
  seal_index(shelf.index());
  Shelf::import_from(shelf.other("works.jsonl"), shelf.index());
  CHECK(check_index(shelf.index(), CheckDepth::usual).seal == SealState::intact);
  delete_works(shelf.index(), {"1"});
  CHECK(check_index(shelf.index(), CheckDepth::usual).seal == SealState::none);
}

TEST_CASE("seal: its text can be read again, and nothing else can", "[engine][maintenance]") {
  const store::Seal seal{"a-b", 7, 3, "rules=1 icu=72.1", {{"x.glass", {12, "00ff"}}}};
  const std::string text = to_text(seal);
  CHECK(store::parse_seal(text) == seal);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string other = text;
    other[i] = static_cast<char>(other[i] ^ 1);
    CHECK_THROWS_AS(store::parse_seal(other), Error);
    CHECK_THROWS_AS(store::parse_seal(text.substr(0, i)), Error);
  }
}

TEST_CASE("backup: what is restored is the same index", "[engine][maintenance]") {
  const Shelf shelf;
  backup_index(shelf.index(), shelf.other("backup"));
  CHECK(check_index(shelf.other("backup"), CheckDepth::usual).seal == SealState::intact);
  restore_index(shelf.other("backup"), shelf.other("restored"));
  CHECK(seen_in(shelf.other("restored")) == seen_in(shelf.index()));
  CHECK(deep(shelf.other("restored")).damage.empty());
}

TEST_CASE("backup: nothing is overwritten, and nothing damaged is copied",
          "[engine][maintenance]") {
  const Shelf shelf;
  backup_index(shelf.index(), shelf.other("backup"));
  const Shelf unsealed(3);
  CHECK(test::code_of([&] { backup_index(shelf.index(), shelf.other("backup")); }) ==
        ErrorCode::bad_value);
  CHECK(test::code_of([&] { restore_index(shelf.other("backup"), shelf.index()); }) ==
        ErrorCode::bad_value);
  CHECK(test::code_of([&] { restore_index(unsealed.index(), shelf.other("new")); }) ==
        ErrorCode::bad_value);
  CHECK(test::code_of([&] { restore_index(shelf.other("nothing"), shelf.other("new")); }) ==
        ErrorCode::no_index);
  const std::filesystem::path table = shelf.other("backup") / "docdata.glass";
  std::string content = content_of(table);
  content[content.size() / 2] ^= 1;
  write(table, content);
  CHECK(test::code_of([&] { restore_index(shelf.other("backup"), shelf.other("new")); }) ==
        ErrorCode::index_corrupt);
  CHECK(test::code_of([&] { backup_index(shelf.other("backup"), shelf.other("new")); }) ==
        ErrorCode::index_corrupt);
  CHECK_FALSE(std::filesystem::exists(shelf.other("new")));
}

TEST_CASE("compact and rebuild: a search sees no difference", "[engine][maintenance]") {
  const Shelf shelf;
  add_spelling(shelf.index(), "home far away", "isekai");
  Profile profile;
  profile.exclude = {parse_filter_item("netorare")};
  set_profile(shelf.index(), "mine", profile);
  delete_works(shelf.index(), {"3"});
  const std::string before = seen_in(shelf.index());
  for (const auto& anew : {compact_index, rebuild_index}) {
    const SizeReport report = anew(shelf.index(), {});
    CHECK(report.bytes_after > 0);
    CHECK(seen_in(shelf.index()) == before);
    CHECK(Index::open(shelf.index()).profile("mine") == profile);
    const CheckReport found = deep(shelf.index());
    CHECK(joined(found.damage) == "");
    CHECK(found.seal == SealState::intact);
    CHECK_FALSE(std::filesystem::exists(shelf.other("index.new")));
  }
}

TEST_CASE("rebuild: an index that is built in parts is the one that an import made",
          "[engine][maintenance]") {
  const Shelf shelf(2600);  // some parts, of two batches
  delete_works(shelf.index(), {"17"});
  const std::string before = seen_in(shelf.index());
  rebuild_index(shelf.index());
  CHECK(seen_in(shelf.index()) == before);
  CHECK(joined(deep(shelf.index()).damage) == "");
  CHECK_FALSE(std::filesystem::exists(shelf.other("index.new")));
  CHECK_FALSE(std::filesystem::exists(shelf.other(".index.new.import")));
}

TEST_CASE("rebuild: what other rules have made is made by these", "[engine][maintenance]") {
  const Shelf shelf;
  const std::string before = seen_in(shelf.index());
  shelf.damage([](Xapian::WritableDatabase& database) {
    database.set_metadata(store::metadata::kNormalizer, "rules=0 icu=1");
  });
  CHECK(test::code_of([&] { Index::open(shelf.index()); }) == ErrorCode::normalizer_mismatch);
  CHECK(check_index(shelf.index(), CheckDepth::usual).damage.empty());
  CHECK(test::code_of([&] { deep(shelf.index()); }) == ErrorCode::normalizer_mismatch);
  rebuild_index(shelf.index());
  CHECK(seen_in(shelf.index()) == before);
}

TEST_CASE("maintenance: writers are kept away, and keep it away", "[engine][maintenance]") {
  const Shelf shelf;
  const store::WriterLock lock(shelf.index());
  CHECK(test::code_of([&] { seal_index(shelf.index()); }) == ErrorCode::locked);
  CHECK(test::code_of([&] { check_index(shelf.index(), CheckDepth::usual); }) == ErrorCode::locked);
  CHECK(test::code_of([&] { backup_index(shelf.index(), shelf.other("b")); }) == ErrorCode::locked);
  CHECK(test::code_of([&] { compact_index(shelf.index()); }) == ErrorCode::locked);
  CHECK(test::code_of([&] { rebuild_index(shelf.index()); }) == ErrorCode::locked);
}

TEST_CASE("maintenance: whoever asks it to stop has the index as it was", "[engine][maintenance]") {
  const Shelf shelf;
  const std::string before = seen_in(shelf.index());
  for (int after = 0; after < 12; ++after) {
    int asked = 0;
    MaintenanceOptions options;
    options.should_stop = [&] { return asked++ >= after; };
    {  // Xapian 1.4 does not free its tables when a compaction is stopped
      const test::ForeignLeaks of_xapian;
      CHECK(test::code_of([&] { compact_index(shelf.index(), options); }) ==
            ErrorCode::interrupted);
    }
    asked = 0;
    CHECK(test::code_of([&] { rebuild_index(shelf.index(), options); }) == ErrorCode::interrupted);
    asked = 0;
    CHECK(test::code_of([&] { backup_index(shelf.index(), shelf.other("b"), options); }) ==
          ErrorCode::interrupted);
    CHECK_FALSE(std::filesystem::exists(shelf.other("b")));
  }
  CHECK(seen_in(shelf.index()) == before);
}

TEST_CASE("export: an import of an export changes nothing, and makes the same index",
          "[engine][maintenance]") {
  for (int i = 0; i < 6; ++i) {
    const std::uint64_t seed = std::random_device()();
    CAPTURE(seed);
    const Shelf shelf(15, seed);
    const auto lines = shelf.exported(shelf.index(), "exported.jsonl");
    const ImportReport same = Shelf::import_from(lines, shelf.index());
    CHECK(same.unchanged == 15);
    CHECK(same.rejected + same.replaced + same.added == 0);
    Shelf::import_from(lines, shelf.other("again"));
    CHECK(content_of(shelf.exported(shelf.other("again"), "again.jsonl")) == content_of(lines));
    CHECK(seen_in(shelf.other("again")) == seen_in(shelf.index()));
  }
}

TEST_CASE("export: the order of tags is kept where it cannot be grouped by facet",
          "[engine][maintenance]") {
  const Shelf shelf(0);
  write(
      shelf.other("mixed.jsonl"),
      R"({"id":"m","title":"M","tags":["trope:a","fandom:b",{"name":"trope:c:d","spoiler":1},"e:f"]})"
      "\n");
  Shelf::import_from(shelf.other("mixed.jsonl"), shelf.index());
  const auto lines = shelf.exported(shelf.index(), "exported.jsonl");
  CHECK(Shelf::import_from(lines, shelf.index()).unchanged == 1);
}
