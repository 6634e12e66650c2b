// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck.h>

#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "ficsearch/error.h"
#include "support/rows.h"
#include "tags/record_digest.h"
#include "tags/toml_records.h"

namespace ficsearch::tags {
namespace {

std::vector<ConceptRecord> family_records() {
  return read_toml_records({"family.toml", test::read_data("tags/family.toml")});
}

// Whether `bytes` reads as a record or is refused; anything else ends the test.
bool is_read_or_refused(const std::string& bytes) {
  try {
    read_digest(bytes);
  } catch (const Error& error) {
    return error.code() == ErrorCode::bad_dictionary;
  }
  return true;
}

TEST_CASE("digest: a record is read back as it was", "[tags]") {
  for (const ConceptRecord& record : family_records()) {
    const ConceptRecord read = read_digest(digest_of(record));
    CHECK(read == record);
  }
}

TEST_CASE("digest: a cut or lengthened digest is refused", "[tags]") {
  for (const ConceptRecord& record : family_records()) {
    const std::string digest = digest_of(record);
    for (std::size_t size = 0; size < digest.size(); ++size)
      CHECK_THROWS_AS(read_digest(digest.substr(0, size)), Error);
    CHECK_THROWS_AS(read_digest(digest + "0:"), Error);
  }
}

TEST_CASE("digest: damaged bytes are read or refused, and never more", "[tags]") {
  const std::string digest = digest_of(family_records().at(4));
  CHECK(rc::check("one byte changed", [&] {
    std::string damaged = digest;
    damaged[*rc::gen::inRange<std::size_t>(0, digest.size())] = *rc::gen::arbitrary<char>();
    RC_ASSERT(is_read_or_refused(damaged));
  }));
  CHECK(rc::check("any bytes",
                  [] { RC_ASSERT(is_read_or_refused(*rc::gen::string<std::string>())); }));
}

}  // namespace
}  // namespace ficsearch::tags
