// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/work_ids.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <set>

#include "snapshot/value_database.h"
#include "store/terms.h"
#include "support/error_code.h"

using namespace ficsearch;
using snapshot::WorkIds;

namespace {

// An empty id is a number without a document.
Xapian::WritableDatabase database_of(const std::vector<std::string>& ids) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i].empty()) continue;
    Xapian::Document document;
    document.add_value(static_cast<Xapian::valueno>(store::Slot::work_id), ids[i]);
    document.add_boolean_term(store::terms::of_work(ids[i]));
    database.replace_document(static_cast<Xapian::docid>(i + 1), document);
  }
  return database;
}

}  // namespace

TEST_CASE("work ids: each work has its own, numbers and others", "[snapshot]") {
  rc::prop("numbers alone, and with other texts among them", [] {
    const bool with_others = *rc::gen::arbitrary<bool>();
    std::set<std::string> seen;
    std::vector<std::string> ids(*rc::gen::inRange<std::size_t>(0, 40));
    for (std::string& id : ids) {
      id = *rc::gen::weightedOneOf<std::string>(
          {{8, rc::gen::map(rc::gen::arbitrary<std::uint32_t>(),
                            [](std::uint32_t number) { return std::to_string(number); })},
           {1, rc::gen::just(std::string())},
           {with_others ? 2U : 0U,
            rc::gen::element<std::string>("007", "00", "4294967295", "99999999999", "-1", "+5",
                                          "5 ", "w12", "月")}});
      if (!seen.insert(id).second) id.clear();
    }
    const WorkIds found(database_of(ids));
    const auto last = static_cast<std::size_t>(
        std::find_if(ids.rbegin(), ids.rend(), [](const auto& id) { return !id.empty(); }).base() -
        ids.begin());
    for (std::size_t i = 0; i < last; ++i)
      RC_ASSERT(found.of(static_cast<std::uint32_t>(i + 1)) == ids[i]);
  });
}

TEST_CASE("work ids: what is at the edges of a number is read back", "[snapshot]") {
  const std::vector<std::string> ids{"0", "4294967294", "1", "10"};
  const WorkIds numbers(database_of(ids));
  for (std::uint32_t i = 0; i < ids.size(); ++i) CHECK(numbers.of(i + 1) == ids[i]);
  const WorkIds texts(database_of({"0", "4294967294", "4294967295", "01"}));
  CHECK(texts.of(1) == "0");
  CHECK(texts.of(2) == "4294967294");
  CHECK(texts.of(3) == "4294967295");
  CHECK(texts.of(4) == "01");
}

TEST_CASE("work ids: an id that is not the one of its term is an error", "[snapshot]") {
  Xapian::WritableDatabase database = database_of({"1", "2"});
  Xapian::Document document;
  document.add_value(static_cast<Xapian::valueno>(store::Slot::work_id), "4");
  document.add_boolean_term(store::terms::of_work("3"));
  database.replace_document(2, document);
  CHECK(test::code_of([&] { WorkIds{database}; }) == ErrorCode::index_corrupt);
}
