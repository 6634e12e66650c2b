// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <catch2/catch.hpp>
#include <string>

#include "base/utf8.h"
#include "support/rows.h"
#include "text/keys.h"
#include "text/nfc.h"

using namespace ficsearch::text;
using ficsearch::base::append_code_point;
using ficsearch::test::read_rows;
using ficsearch::test::Row;

namespace {

std::string text_of(char32_t c) {
  std::string text;
  append_code_point(text, c);
  return text;
}

std::string casefolded(const std::string& utf8) {
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  nfkc_casefold().normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())),
                                sink, nullptr, status);
  REQUIRE(U_SUCCESS(status));
  return folded;
}

// What the surface key treats in a way of its own.
bool is_exception(char32_t c) {
  return c == 0x223C || c == 0x3030 || c == 0xFF5E || c == 0x309B || c == 0x309C ||
         u_isUWhiteSpace(static_cast<UChar32>(c)) ||
         casefolded(text_of(c)).find(' ') != std::string::npos;
}

}  // namespace

TEST_CASE("surface key: rows", "[text]") {
  for (const Row& row : read_rows("text/surface_key.tsv")) {
    DYNAMIC_SECTION(row["why"]) {
      CHECK(surface_key(row["text"]) == row["key"]);
    }
  }
}

TEST_CASE("surface key: is NFKC_Casefold on every other assigned code point", "[text]") {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (!u_isdefined(static_cast<UChar32>(c)) || (c >= 0xD800 && c <= 0xDFFF) || is_exception(c))
      continue;
    const std::string text = text_of(c);
    if (surface_key(text) == casefolded(text)) continue;
    INFO("U+" << std::hex << static_cast<std::uint32_t>(c));
    CHECK(surface_key(text) == casefolded(text));
  }
}

// A character before and one after show whether a character is wrongly thought to stand for itself.
TEST_CASE("surface key: is NFKC_Casefold on every assigned code point among others", "[text]") {
  const auto around = [](char32_t c) { return "Aか" + text_of(c) + "\u0301b\u3099"; };
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (!u_isdefined(static_cast<UChar32>(c)) || (c >= 0xD800 && c <= 0xDFFF) || is_exception(c))
      continue;
    const std::string text = around(c);
    if (surface_key(text) == casefolded(text)) continue;
    INFO("U+" << std::hex << static_cast<std::uint32_t>(c));
    CHECK(surface_key(text) == casefolded(text));
  }
}
