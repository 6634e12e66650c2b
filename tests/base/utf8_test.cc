// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ficsearch/error.h"
#include "support/rows.h"

using namespace ficsearch;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

namespace {

std::string from_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

// The text that a query gives, or the error and its offset.
std::string as_query(const std::string& bytes) {
  try {
    return std::string(base::checked_input(bytes, base::kMaxQueryBytes));
  } catch (const Error& error) {
    const std::size_t offset = error.where().byte_offset.value_or(std::string::npos);
    return std::string(to_string(error.code())) + " " + std::to_string(offset);
  }
}

}  // namespace

TEST_CASE("utf8: a query is taken whole or refused at its first fault", "[base]") {
  for (const Row& row : read_rows("base/utf8.tsv"))
    DYNAMIC_SECTION(row["hex"] << ": " << row["why"]) {
      CHECK(as_query(from_hex(row["hex"])) == row["query"]);
    }
}

TEST_CASE("utf8: a document is repaired and its damage counted", "[base]") {
  for (const Row& row : read_rows("base/utf8.tsv"))
    DYNAMIC_SECTION(row["hex"] << ": " << row["why"]) {
      const base::CleanText clean = base::clean_document(from_hex(row["hex"]));
      CHECK(clean.text == row["document"]);
      CHECK(clean.bad_bytes == std::stoul(row["bad_bytes"]));
    }
}

TEST_CASE("utf8: a query over its limit is refused, one of that size is not", "[base]") {
  const std::string longest(base::kMaxTagBytes, 'a');
  CHECK(base::checked_input(longest, base::kMaxTagBytes) == longest);
  try {
    base::checked_input(longest + "a", base::kMaxTagBytes);
    FAIL("513 bytes were taken");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::too_long);
    CHECK(error.what() == std::string("the text has 513 bytes; 512 are allowed"));
  }
}

TEST_CASE("utf8: an error names the byte and its cause", "[base]") {
  CHECK_THROWS_WITH(base::checked_input("ab\xFF", 10),
                    "the text is not well-formed UTF-8 at byte 2");
  CHECK_THROWS_WITH(base::checked_input(std::string("ab\0", 3), 10),
                    "the text holds a NUL byte at byte 2");
}

TEST_CASE("utf8: any bytes are decoded to their end, as a document repairs them", "[base]") {
  rc::prop("next_or_replacement spells what clean_document keeps", [](const std::string& bytes) {
    std::string decoded;
    for (std::size_t offset = 0; offset < bytes.size();)
      base::append_code_point(decoded, base::next_or_replacement(bytes, offset));
    RC_ASSERT(!base::find_ill_formed(decoded));
    RC_ASSERT(base::clean_document(decoded).text == base::clean_document(bytes).text);
  });
}

TEST_CASE("utf8: code points survive encoding and decoding", "[base]") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x1000 ? 1 : 61) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    base::append_code_point(text, c);
    std::size_t offset = 0;
    REQUIRE(base::next_code_point(text, offset) == c);
    REQUIRE(offset == text.size());
    REQUIRE_FALSE(base::find_ill_formed(text));
  }
}

TEST_CASE("utf8: the first fault is found wherever it stands", "[base]") {
  rc::prop("between ASCII and other text of any length", [] {
    const auto text =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                         "a", "seventy", "sixteen letters ", "取", "é", "𠮟")),
                     [](const std::vector<std::string>& pieces) {
                       std::string joined;
                       for (const std::string& piece : pieces) joined += piece;
                       return joined;
                     });
    const std::string before = *text;
    RC_ASSERT(!base::find_ill_formed(before));
    const std::string fault =
        *rc::gen::element<std::string>("\xFF", "\x80", "\xED\xA0\x80", "\xC0\xAF");
    RC_ASSERT(base::find_ill_formed(before + fault + *text) == before.size());
  });
}
