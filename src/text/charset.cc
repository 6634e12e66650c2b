// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/icu_status.h"

namespace ficsearch::text {
namespace {

// ICU's table of code page 932. The names "Shift_JIS" and "cp932" are aliases that have moved.
constexpr const char* kTable = "ibm-943_P15A-2003";

// What the table makes of A0, FD and the like, which mean nothing, instead of failing.
constexpr UChar kSubstitute = 0x1A;

struct ConverterClose {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

Converter open_strict_converter() {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter{ucnv_open(kTable, &status)};
  check_icu(status, "open its Shift_JIS table");
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  check_icu(status, "set up its Shift_JIS table");
  return converter;
}

[[noreturn]] void throw_bad_byte(const std::string& charset, std::size_t offset) {
  throw Error(ErrorCode::bad_encoding,
              "the text is not " + charset + " at byte " + std::to_string(offset),
              Place{.byte_offset = offset, .byte_length = 1}, "convert the file to UTF-8");
}

// Where the bytes begin at which `converter` stopped, having read `consumed`.
std::size_t bad_byte(UConverter& converter, std::ptrdiff_t consumed) {
  char invalid[8];
  auto invalid_size = static_cast<std::int8_t>(sizeof invalid);
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_getInvalidChars(&converter, invalid, &invalid_size, &ignored);
  return static_cast<std::size_t>(consumed - invalid_size);
}

std::string to_utf8(const std::vector<UChar>& units, std::size_t size) {
  std::string utf8;
  icu::UnicodeString(false, units.data(), static_cast<std::int32_t>(size)).toUTF8String(utf8);
  return utf8;
}

bool is_one_of(std::string_view charset, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return base::equal_ignoring_case(charset, name);
  });
}

bool is_utf8(std::string_view charset) {
  return is_one_of(charset, {"utf-8", "utf8", "us-ascii", "ascii"});
}

bool is_shift_jis(std::string_view charset) {
  return is_one_of(charset, {"shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms932",
                             "cp932", "ms_kanji"});
}

// The web's ISO-8859-1 has quotes and dashes where the standard has controls.
const char* converter_name(const std::string& charset) {
  return is_one_of(charset, {"iso-8859-1", "latin1", "latin-1"}) ? "windows-1252" : charset.c_str();
}

std::string checked_utf8(std::string_view bytes) {
  if (const auto bad = base::find_ill_formed(bytes)) throw_bad_byte("UTF-8", *bad);
  return std::string(bytes);
}

}  // namespace

std::string utf8_of_shift_jis(std::string_view bytes) {
  const Converter converter = open_strict_converter();
  // No byte becomes more than one UTF-16 unit.
  std::vector<UChar> units(bytes.size() + 1);
  std::vector<std::int32_t> offsets(units.size());
  const char* source = bytes.data();
  UChar* target = units.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), offsets.data(), /*flush=*/1, &status);
  const auto size = static_cast<std::size_t>(target - units.data());
  for (std::size_t i = 0; i < size; ++i) {
    const auto offset = static_cast<std::size_t>(offsets[i]);
    const auto byte = static_cast<unsigned char>(bytes[offset]);
    if (byte < 0x80)
      units[i] = byte;  // ASCII is itself; the table, which is IBM's, swaps three controls
    else if (units[i] == kSubstitute)
      throw_bad_byte("Shift_JIS", offset);
  }
  if (U_FAILURE(status)) throw_bad_byte("Shift_JIS", bad_byte(*converter, source - bytes.data()));
  return to_utf8(units, size);
}

bool is_known_charset(const std::string& charset) {
  if (is_utf8(charset) || is_shift_jis(charset)) return true;
  if (charset.empty()) return false;  // ICU would take the locale's
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter{ucnv_open(converter_name(charset), &status)};
  return U_SUCCESS(status);
}

std::string utf8_of(std::string_view bytes, const std::string& charset) {
  if (is_utf8(charset)) return checked_utf8(bytes);
  if (is_shift_jis(charset)) return utf8_of_shift_jis(bytes);
  if (!is_known_charset(charset))
    throw Error(ErrorCode::bad_encoding, "no charset is called \"" + charset + '"');
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter{ucnv_open(converter_name(charset), &status)};
  check_icu(status, "open a converter");
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  check_icu(status, "set up a converter");
  // No charset needs more than two UTF-16 units a byte.
  std::vector<UChar> units(2 * bytes.size() + 1);
  const char* source = bytes.data();
  UChar* target = units.data();
  ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), nullptr, /*flush=*/1, &status);
  if (U_FAILURE(status)) throw_bad_byte(charset, bad_byte(*converter, source - bytes.data()));
  return to_utf8(units, static_cast<std::size_t>(target - units.data()));
}

}  // namespace ficsearch::text
