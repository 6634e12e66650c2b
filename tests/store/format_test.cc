// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/format.h"

#include <xapian.h>
#include <catch2/catch.hpp>

#include "ficsearch/error.h"
#include "store/metadata.h"
#include "support/error_code.h"

using namespace ficsearch;
using Catch::Matchers::Contains;

namespace {

constexpr const char* kRules = "rules=1 icu=72.1";

Xapian::WritableDatabase database_of(const std::string& extra_feature) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  store::write_format(database, kRules);
  database.set_metadata(store::metadata::kFormat,
                        database.get_metadata(store::metadata::kFormat) + extra_feature);
  return database;
}

}  // namespace

TEST_CASE("format: what this program writes it opens", "[store]") {
  CHECK_NOTHROW(store::check_format(database_of(""), "archive"));
}

TEST_CASE("format: an unknown feature is refused by name", "[store]") {
  CHECK_THROWS_WITH(store::check_format(database_of("body-codec-9\n"), "archive"),
                    Contains("body-codec-9"));
}

TEST_CASE("format: an index without a feature that answers rely on is refused by name", "[store]") {
  Xapian::WritableDatabase database = database_of("");
  std::string features = database.get_metadata(store::metadata::kFormat);
  features.erase(features.find("censor-marks-1\n"), std::string("censor-marks-1\n").size());
  database.set_metadata(store::metadata::kFormat, features);
  CHECK_THROWS_WITH(store::check_format(database, "archive"), Contains("censor-marks-1"));
}

TEST_CASE("format: an index of another version is refused by name", "[store]") {
  Xapian::WritableDatabase database = database_of("");
  database.set_metadata(store::metadata::kFormat,
                        "ficsearch-index-1\nrecord-1\ncensor-marks-1\ntag-registry-1\n");
  CHECK_THROWS_WITH(store::check_format(database, "archive"), Contains("ficsearch-index-1"));
}

TEST_CASE("format: a Xapian database of another program is refused", "[store]") {
  const Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  CHECK(test::code_of([&] { store::check_format(database, "mail"); }) == ErrorCode::format_unknown);
}

TEST_CASE("format: other rules refuse, other tables only refuse writing", "[store]") {
  const Xapian::WritableDatabase database = database_of("");
  const auto check = [&](store::Access access, const char* current) {
    store::check_normalizer(database, "archive", access, current);
  };
  CHECK_NOTHROW(check(store::Access::write, kRules));
  CHECK_NOTHROW(check(store::Access::read, "rules=1 icu=74.1"));
  CHECK(test::code_of([&] { check(store::Access::write, "rules=1 icu=74.1"); }) ==
        ErrorCode::normalizer_mismatch);
  CHECK(test::code_of([&] { check(store::Access::read, "rules=2 icu=72.1"); }) ==
        ErrorCode::normalizer_mismatch);
}
