// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/kanji.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <cstddef>
#include <memory>
#include <set>
#include <string_view>

#include "text/code_points.h"

using namespace ficsearch::text;

namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Whether Windows code page 932, the Shift JIS of most texts before Unicode, has the character.
bool is_in_cp932(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> cp932(ucnv_open("ibm-943_P15A-2003", &status));
  ucnv_setFromUCallBack(cp932.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  REQUIRE(U_SUCCESS(status));
  const icu::UnicodeString text(static_cast<UChar32>(c));
  char bytes[8];
  ucnv_fromUChars(cp932.get(), bytes, sizeof bytes, text.getBuffer(), text.length(), &status);
  return U_SUCCESS(status);
}

}  // namespace

TEST_CASE("kanji variants: every source has one target, which is a usual kanji", "[text]") {
  const std::u32string_view table = kanji_variant_table();
  std::set<char32_t> sources;
  for (std::size_t i = 0; i < table.size(); i += 2) {
    const char32_t source = table[i];
    const char32_t target = table[i + 1];
    INFO(to_utf8(table.substr(i, 2)));
    CHECK(sources.insert(source).second);
    CHECK(is_kanji(source));
    CHECK(is_kanji(target));
    CHECK(source != target);
    CHECK(usual_kanji(source) == target);
    CHECK(usual_kanji(target) == target);
    CHECK(is_in_cp932(target));
  }
}

TEST_CASE("kanji variants: all other characters stay", "[text]") {
  const std::u32string_view table = kanji_variant_table();
  std::set<char32_t> sources;
  for (std::size_t i = 0; i < table.size(); i += 2) sources.insert(table[i]);
  std::size_t changed = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c)
    if (usual_kanji(c) != c) changed += sources.count(c) == 1 ? 1 : 100'000;
  CHECK(changed == sources.size());
}

TEST_CASE("kanji: the ideographs of Unicode, and neither marks nor numerals", "[text]") {
  for (UChar32 c = 0; c <= 0x10FFFF; ++c)
    if (u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH) && !is_kanji(static_cast<char32_t>(c)))
      FAIL("U+" << std::hex << c);
  CHECK(!is_kanji(U'々'));
  CHECK(!is_kanji(U'〇'));
  CHECK(!is_kanji(U'あ'));
  CHECK(!is_kanji(U'a'));
}
