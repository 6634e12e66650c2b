// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/charset.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "text/charset_guess.h"

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

namespace {

constexpr const char* kSentence =
    "禅智内供の鼻と云えば、池の尾で知らない者はない。長さは五六寸あって上唇の上から顋の下まで下って"
    "いる。";

// The same.
constexpr const char* kShiftJis =
    "\x91\x54\x92\x71\x93\xE0\x8B\x9F\x82\xCC\x95\x40\x82\xC6\x89\x5D\x82\xA6"
    "\x82\xCE\x81\x41\x92\x72\x82\xCC\x94\xF6\x82\xC5\x92\x6D\x82\xE7\x82\xC8"
    "\x82\xA2\x8E\xD2\x82\xCD\x82\xC8\x82\xA2\x81\x42\x92\xB7\x82\xB3\x82\xCD"
    "\x8C\xDC\x98\x5A\x90\xA1\x82\xA0\x82\xC1\x82\xC4\x8F\xE3\x90\x4F\x82\xCC"
    "\x8F\xE3\x82\xA9\x82\xE7\xE8\xF9\x82\xCC\x89\xBA\x82\xDC\x82\xC5\x89\xBA"
    "\x82\xC1\x82\xC4\x82\xA2\x82\xE9\x81\x42";
constexpr const char* kEucJp =
    "\xC1\xB5\xC3\xD2\xC6\xE2\xB6\xA1\xA4\xCE\xC9\xA1\xA4\xC8\xB1\xBE\xA4\xA8"
    "\xA4\xD0\xA1\xA2\xC3\xD3\xA4\xCE\xC8\xF8\xA4\xC7\xC3\xCE\xA4\xE9\xA4\xCA"
    "\xA4\xA4\xBC\xD4\xA4\xCF\xA4\xCA\xA4\xA4\xA1\xA3\xC4\xB9\xA4\xB5\xA4\xCF"
    "\xB8\xDE\xCF\xBB\xC0\xA3\xA4\xA2\xA4\xC3\xA4\xC6\xBE\xE5\xBF\xB0\xA4\xCE"
    "\xBE\xE5\xA4\xAB\xA4\xE9\xF0\xFB\xA4\xCE\xB2\xBC\xA4\xDE\xA4\xC7\xB2\xBC"
    "\xA4\xC3\xA4\xC6\xA4\xA4\xA4\xEB\xA1\xA3";
constexpr const char* kIso2022Jp =
    "\x1B\x24\x42\x41\x35\x43\x52\x46\x62\x36\x21\x24\x4E\x49\x21\x24\x48\x31"
    "\x3E\x24\x28\x24\x50\x21\x22\x43\x53\x24\x4E\x48\x78\x24\x47\x43\x4E\x24"
    "\x69\x24\x4A\x24\x24\x3C\x54\x24\x4F\x24\x4A\x24\x24\x21\x23\x44\x39\x24"
    "\x35\x24\x4F\x38\x5E\x4F\x3B\x40\x23\x24\x22\x24\x43\x24\x46\x3E\x65\x3F"
    "\x30\x24\x4E\x3E\x65\x24\x2B\x24\x69\x70\x7B\x24\x4E\x32\x3C\x24\x5E\x24"
    "\x47\x32\x3C\x24\x43\x24\x46\x24\x24\x24\x6B\x21\x23\x1B\x28\x42";

std::string guess(std::string_view bytes) {
  return text::guess_charset(bytes).value_or("none");
}

}  // namespace

TEST_CASE("charset: others are read by the names that pages and e-mails give them", "[text]") {
  CHECK(text::utf8_of("caf\xE9", "ISO-8859-1") == "café");
  CHECK(text::utf8_of("\x93hm\x94", "latin1") == "“hm”");
  CHECK(text::utf8_of("\xC6\xFC", "euc-jp") == "日");
  CHECK(text::utf8_of("\x93\xFA", "Windows-31J") == "日");
  CHECK(text::utf8_of(std::string("\xE5\x65", 2), "UTF-16LE") == "日");
  CHECK_THROWS_WITH(text::utf8_of("a", "klingon"), Catch::Contains("no charset"));
  CHECK_THROWS_WITH(text::utf8_of("ab\xFF", "UTF-8"), Catch::Contains("at byte 2"));
  CHECK_THROWS_WITH(text::utf8_of("ab\xFF", "EUC-JP"), Catch::Contains("at byte 2"));
  CHECK_FALSE(text::is_known_charset(""));
}

TEST_CASE("charset: the likely one is found", "[text]") {
  CHECK(guess(kSentence) == "UTF-8");
  CHECK(guess("plain") == "UTF-8");
  CHECK(guess("\xEF\xBB\xBF") == "UTF-8");
  CHECK(guess(std::string("\xFF\xFE\x01\x02", 4)) == "UTF-16LE");
  const std::string sentence = kSentence;
  CHECK(guess(sentence.substr(0, sentence.size() - 1)) == "UTF-8");  // cut inside a character
  CHECK(guess(sentence + "\xFF" + sentence) == "UTF-8");             // one damaged byte
  for (const char* bytes : {kShiftJis, kEucJp, kIso2022Jp})
    CHECK(text::utf8_of(bytes, guess(bytes)) == kSentence);
}
