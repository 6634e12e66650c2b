// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

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

[[noreturn]] void throw_bad_byte(std::size_t offset) {
  throw Error(ErrorCode::bad_encoding,
              "the text is not Shift_JIS at byte " + std::to_string(offset),
              Place{.byte_offset = offset, .byte_length = 1}, "convert the file to UTF-8");
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
      throw_bad_byte(offset);
  }
  if (U_FAILURE(status)) {
    char invalid[8];
    auto invalid_size = static_cast<std::int8_t>(sizeof invalid);
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), invalid, &invalid_size, &ignored);
    throw_bad_byte(static_cast<std::size_t>(source - bytes.data() - invalid_size));
  }
  std::string utf8;
  icu::UnicodeString(false, units.data(), static_cast<std::int32_t>(size)).toUTF8String(utf8);
  return utf8;
}

}  // namespace ficsearch::text
