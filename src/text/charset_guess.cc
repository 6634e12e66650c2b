// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/charset_guess.h"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include "base/utf8.h"
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
    Mark{"\xEF\xBB\xBF", "UTF-8"},
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

}  // namespace

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
