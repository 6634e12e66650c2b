// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/charset_guess.h"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <new>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ficsearch/error.h"
#include "text/charset.h"

namespace ficsearch::text {
namespace {

// More bytes make no guess better.
constexpr std::size_t kMostBytes = 256u << 10;
constexpr std::size_t kLongestCharacter = 4;

struct DetectorDelete {
  void operator()(uchardet_t detector) const noexcept { uchardet_delete(detector); }
};
using Detector = std::unique_ptr<std::remove_pointer_t<uchardet_t>, DetectorDelete>;

struct Mark {
  std::string_view bytes;
  const char* charset;
};
constexpr std::array kMarks{
    Mark{base::kByteOrderMark, "UTF-8"},
    Mark{"\xFF\xFE", "UTF-16LE"},
    Mark{"\xFE\xFF", "UTF-16BE"},
};

bool is_utf8_up_to_its_end(std::string_view bytes) {
  const auto bad = base::find_ill_formed(bytes);
  return !bad || *bad + kLongestCharacter > bytes.size();
}

// ISO-2022-JP is of bytes that are ASCII too, and says by escapes what they are.
bool has_escapes(std::string_view bytes) {
  return bytes.find("\x1B$") != std::string_view::npos;
}

// One damaged byte must not turn a whole dump into another charset.
bool is_damaged_utf8(std::string_view bytes) {
  constexpr std::size_t kLettersPerDamage = 20;
  const auto letters = static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  return base::clean_document(bytes).bad_bytes * kLettersPerDamage < letters;
}

bool is_one_of(std::string_view charset, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return base::equal_ignoring_case(charset, name);
  });
}

bool has_several_bytes_a_character(std::string_view charset) {
  return is_one_of(charset, {"SHIFT_JIS", "EUC-JP", "EUC-KR", "UHC", "JOHAB", "GB18030", "GB2312",
                             "HZ-GB-2312", "BIG5", "EUC-TW"});
}

// UTF by its form or mark, ISO-2022 by its escapes.
bool is_certain(std::string_view charset) {
  return charset.starts_with("UTF-") || charset.starts_with("ISO-2022");
}

// Half-width katakana are of one byte in Shift_JIS, as any accented letter elsewhere.
bool has_wide_character(std::string_view utf8) {
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char32_t c = base::next_code_point(utf8, offset);
    if (c >= 0x80 && (c < 0xFF61 || c > 0xFF9F)) return true;
  }
  return false;
}

bool may_be(std::string_view bytes, const std::string& charset) {
  try {
    return has_wide_character(utf8_of(bytes, charset));
  } catch (const Error& error) {
    if (error.code() == ErrorCode::bad_encoding) return false;
    throw;
  }
}

std::string_view whole_lines(std::string_view bytes) {
  const std::size_t last_break = bytes.rfind('\n');
  return last_break == std::string_view::npos ? bytes : bytes.substr(0, last_break + 1);
}

}  // namespace

std::string japanese_reading(std::string_view bytes, std::string_view charset) {
  // As many bytes beyond ASCII tell charsets with several bytes a character apart.
  constexpr std::ptrdiff_t kTelling = 64;
  if (is_certain(charset)) return {};
  const auto beyond_ascii = std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (has_several_bytes_a_character(charset) && beyond_ascii >= kTelling) return {};
  for (const char* japanese : {"Shift_JIS", "EUC-JP"})
    if (!is_one_of(charset, {japanese}) &&
        (may_be(bytes, japanese) || may_be(whole_lines(bytes), japanese)))
      return japanese;
  return {};
}

std::optional<std::string> guess_charset(std::string_view bytes) {
  for (const Mark& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return mark.charset;
  const bool may_be_utf8 = is_utf8_up_to_its_end(bytes) || is_damaged_utf8(bytes);
  if (may_be_utf8 && !has_escapes(bytes)) return "UTF-8";
  const Detector detector{uchardet_new()};
  if (!detector) throw std::bad_alloc();
  const std::string_view sample = bytes.substr(0, kMostBytes);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0)
    throw std::bad_alloc();
  uchardet_data_end(detector.get());
  std::string charset = uchardet_get_charset(detector.get());
  if (!charset.empty() && is_known_charset(charset)) return charset;
  return may_be_utf8 ? std::optional<std::string>("UTF-8") : std::nullopt;
}

}  // namespace ficsearch::text
