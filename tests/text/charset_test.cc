// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/charset.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "ficsearch/error.h"

using namespace ficsearch;

namespace {

// The place that utf8_of_shift_jis complains about; nullopt if it reads all of `bytes`.
std::optional<std::size_t> first_bad_byte(std::string_view bytes) {
  try {
    text::utf8_of_shift_jis(bytes);
    return std::nullopt;
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_encoding);
    return error.where().byte_offset;
  }
}

}  // namespace

TEST_CASE("charset: Shift_JIS becomes UTF-8", "[text]") {
  CHECK(text::utf8_of_shift_jis("") == "");
  CHECK(text::utf8_of_shift_jis("abc\\~\r\n\x1A\x1C\x7F") == "abc\\~\r\n\x1A\x1C\x7F");
  CHECK(text::utf8_of_shift_jis("\x95\x40\x81\x75\xB1\xDD\x81\x76") == "鼻「ｱﾝ」");
  CHECK(text::utf8_of_shift_jis("\x81\x60\x81\x7C") == "～－");  // as Windows reads them
  CHECK(text::utf8_of_shift_jis("\x87\x40\xFA\x58\x83\x5C") ==
        "①㈱ソ");  // vendors' rows, 0x5C second
}

TEST_CASE("charset: the first byte that is not Shift_JIS is told", "[text]") {
  CHECK(first_bad_byte("\x95\x40\xA0") == 2);           // no character
  CHECK(first_bad_byte("ab\xFD") == 2);                 // no lead byte
  CHECK(first_bad_byte("a\x95\x20z") == 1);             // no second byte
  CHECK(first_bad_byte("abc\x95") == 3);                // cut off
  CHECK(first_bad_byte("a\x85\x40z") == 1);             // an empty place of the table
  CHECK(first_bad_byte("鼻が高い。") != std::nullopt);  // UTF-8
}

TEST_CASE("charset: random bytes give well-formed UTF-8 or a place", "[text]") {
  rc::prop("either", [](const std::string& bytes) {
    try {
      RC_ASSERT(!base::find_ill_formed(text::utf8_of_shift_jis(bytes)));
    } catch (const Error& error) {
      RC_ASSERT(error.where().byte_offset.value() < bytes.size());
    }
  });
}
