// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/data_file.h"

#include <catch2/catch.hpp>

#include "ficsearch/error.h"

using ficsearch::Error;
using ficsearch::ErrorCode;
using ficsearch::text::data_file;

TEST_CASE("data file: a missing one is an error that names it", "[text]") {
  try {
    data_file("nowhere.dic");
    FAIL("found");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::io);
    CHECK_THAT(error.what(), Catch::Contains("nowhere.dic"));
    CHECK_THAT(error.where().file, Catch::EndsWith("share/ficsearch/nowhere.dic"));
    CHECK_FALSE(error.hint().empty());
  }
}
