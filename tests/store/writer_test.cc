// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include <unistd.h>
#include <xapian.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "ficsearch/error.h"
#include "store/lock_holder.h"
#include "store/reader.h"
#include "store/record.h"
#include "support/error_code.h"
#include "support/temporary_directory.h"

using namespace ficsearch;
using store::Stored;

namespace {

constexpr const char* kRules = "rules 1";

struct Prepared {
  store::Document document;
  std::string hash;
};

Prepared prepared(const std::string& id, const std::string& title) {
  Work work;
  work.id = id;
  work.title = title;
  std::string record = store::encode_record(work);
  std::string hash = store::content_hash(record);
  return {{id,
           {{store::terms::of_work(id), 0, {}}},
           {{store::Slot::content_hash, hash}},
           std::move(record)},
          hash};
}

void put(store::Writer& writer, const std::string& id, const std::string& title) {
  writer.begin();
  writer.put(prepared(id, title).document);
  writer.commit();
}

}  // namespace

TEST_CASE("writer: what is committed can be read back", "[store]") {
  const test::TemporaryDirectory directory;
  {
    store::Writer writer(directory.path(), kRules);
    put(writer, "a", "One");
    put(writer, "b", "Two");
  }
  const store::Reader reader(directory.path(), kRules);
  CHECK(reader.works() == 2);
  CHECK(reader.work(*reader.find_work("b")).title == "Two");
  CHECK_FALSE(reader.find_work("c"));
}

TEST_CASE("writer: a transaction that is never committed leaves nothing", "[store]") {
  const test::TemporaryDirectory directory;
  {
    store::Writer writer(directory.path(), kRules);
    put(writer, "a", "One");
    writer.begin();
    writer.put(prepared("b", "Two").document);
  }
  CHECK(store::Reader(directory.path(), kRules).works() == 1);
}

TEST_CASE("writer: a replaced work keeps its number", "[store]") {
  const test::TemporaryDirectory directory;
  store::Writer writer(directory.path(), kRules);
  put(writer, "a", "One");
  put(writer, "b", "Two");
  store::Reader reader(directory.path(), kRules);
  const auto before = reader.find_work("a");
  put(writer, "a", "Uno");
  reader.refresh();
  CHECK(reader.find_work("a") == before);
  CHECK(reader.work(*before).title == "Uno");
}

TEST_CASE("writer: compare tells new, same and changed works apart", "[store]") {
  const test::TemporaryDirectory directory;
  store::Writer writer(directory.path(), kRules);
  put(writer, "a", "One");
  CHECK(writer.compare("a", prepared("a", "One").hash) == Stored::same);
  CHECK(writer.compare("a", prepared("a", "Uno").hash) == Stored::other);
  CHECK(writer.compare("b", prepared("b", "One").hash) == Stored::nothing);
}

TEST_CASE("writer: a second writer is refused at once, and told who holds the lock", "[store]") {
  const test::TemporaryDirectory directory;
  CHECK(store::find_lock_holder(directory.path()) == std::nullopt);
  {
    const store::Writer first(directory.path(), kRules);
    CHECK(store::find_lock_holder(directory.path()) == ::getpid());
    try {
      store::Writer(directory.path(), kRules);
      FAIL("two writers have one index");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::locked);
      CHECK_THAT(error.what(), Catch::Contains("process " + std::to_string(::getpid())) &&
                                   Catch::Contains(directory.path().string()));
      CHECK_FALSE(error.hint().empty());
    }
  }
  CHECK(store::find_lock_holder(directory.path()) == std::nullopt);
}

TEST_CASE("writer: a folder that holds other files is left alone", "[store]") {
  const test::TemporaryDirectory directory;
  std::ofstream(directory.path() / "novel.txt") << "text";
  CHECK(test::code_of([&] { store::Writer(directory.path(), kRules); }) == ErrorCode::io);
  CHECK_FALSE(std::filesystem::exists(directory.path() / "iamglass"));
}

TEST_CASE("writer: half a beginning is begun again, but nothing with content", "[store]") {
  const test::TemporaryDirectory directory;
  const auto write = [&](const char* name, const char* content) {
    std::ofstream(directory.path() / name) << content;
  };
  for (const char* name : {"flintlock", "postlist.glass", "termlist.glass"}) write(name, "");
  write("v.tmp", "half a vers");
  SECTION("empty tables") {
    store::Writer writer(directory.path(), kRules);
    put(writer, "w1", "A");
    CHECK(writer.works() == 1);
  }
  SECTION("a table that has lost its version") {
    write("postlist.glass", "entries");
    CHECK(test::code_of([&] { store::Writer(directory.path(), kRules); }) == ErrorCode::io);
  }
}

TEST_CASE("writer: a database that never had anything becomes an index", "[store]") {
  const test::TemporaryDirectory directory;
  {
    // As Xapian leaves it when its first commit fails: of a later revision, and empty.
    Xapian::WritableDatabase database(directory.path().string(), Xapian::DB_CREATE);
    database.set_metadata("key", "value");
    database.commit();
    database.set_metadata("key", "");
    database.commit();
  }
  SECTION("empty") {
    CHECK(store::Writer(directory.path(), kRules).is_new());
  }
  SECTION("with somebody's document") {
    {
      Xapian::WritableDatabase database(directory.path().string(), Xapian::DB_OPEN);
      database.add_document(Xapian::Document());
      database.commit();
    }
    CHECK(test::code_of([&] { store::Writer(directory.path(), kRules); }) ==
          ErrorCode::format_unknown);
  }
}

TEST_CASE("reader: no index in a folder is said so", "[store]") {
  const test::TemporaryDirectory directory;
  CHECK(test::code_of([&] { store::Reader(directory.path(), kRules); }) == ErrorCode::no_index);
  CHECK(test::code_of([&] { store::Reader(directory.path() / "absent", kRules); }) ==
        ErrorCode::no_index);
}
