// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <cstdint>
#include <cstring>

#include "ficsearch/error.h"

namespace ficsearch::base {
namespace {

// What stands at the front of a text: a well-formed sequence, or a maximal subpart of an ill-formed
// one (Unicode 3.9, best practice of section "U+FFFD Substitution of Maximal Subparts").
struct Sequence {
  std::size_t length;
  bool well_formed;
};

Sequence sequence_at(std::string_view text, std::size_t offset) noexcept {
  const auto byte = [&](std::size_t i) {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0u;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte has a narrower range after these leads: overlong forms, surrogates, above
  // U+10FFFF.
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return {1, false};
  for (std::size_t i = 2; i < length; ++i)
    if (byte(i) < 0x80 || byte(i) > 0xBF) return {i, false};
  return {length, true};
}

bool is_unwanted_control(char32_t c) noexcept {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

// Behind the ASCII that stands at `offset`, in steps of eight bytes.
std::size_t behind_ascii(std::string_view text, std::size_t offset) noexcept {
  constexpr std::uint64_t kTopBits = 0x8080808080808080;
  for (std::uint64_t eight = 0; text.size() - offset >= sizeof eight; offset += sizeof eight) {
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    if ((eight & kTopBits) != 0) break;
  }
  return offset;
}

}  // namespace

std::optional<std::size_t> find_ill_formed(std::string_view text) noexcept {
  for (std::size_t offset = behind_ascii(text, 0); offset < text.size();) {
    const Sequence sequence = sequence_at(text, offset);
    if (!sequence.well_formed) return offset;
    offset += sequence.length;
    if (sequence.length == 1) offset = behind_ascii(text, offset);
  }
  return std::nullopt;
}

std::size_t ill_formed_length(std::string_view text, std::size_t offset) noexcept {
  return sequence_at(text, offset).length;
}

std::string_view checked_input(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes)
    throw Error(ErrorCode::too_long, "the text has " + std::to_string(text.size()) + " bytes; " +
                                         std::to_string(max_bytes) + " are allowed");
  const std::size_t bad = find_ill_formed(text).value_or(text.size());
  const std::size_t nul = text.find('\0');
  const std::size_t first = nul < bad ? nul : bad;
  if (first < text.size())
    throw Error(ErrorCode::invalid_utf8,
                nul < bad ? "the text holds a NUL byte at byte " + std::to_string(first)
                          : "the text is not well-formed UTF-8 at byte " + std::to_string(first),
                Place{.byte_offset = first, .byte_length = 1}, "give the text in UTF-8");
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

CleanText clean_text(std::string_view text) {
  CleanText clean;
  clean.text.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const Sequence sequence = sequence_at(text, offset);
    if (!sequence.well_formed) {
      clean.text += "\xEF\xBF\xBD";
      clean.bad_bytes += sequence.length;
    } else {
      std::size_t end = offset;
      if (is_unwanted_control(next_code_point(text, end)))
        clean.text += ' ';
      else
        clean.text.append(text, offset, sequence.length);
    }
    offset += sequence.length;
  }
  return clean;
}

CleanText clean_document(std::string_view document) {
  if (document.starts_with(kByteOrderMark)) document.remove_prefix(kByteOrderMark.size());
  return clean_text(document);
}

char32_t next_or_replacement(std::string_view text, std::size_t& offset) noexcept {
  const Sequence sequence = sequence_at(text, offset);
  if (sequence.well_formed) return next_code_point(text, offset);
  offset += sequence.length;
  return 0xFFFD;
}

}  // namespace ficsearch::base
