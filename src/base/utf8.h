// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ficsearch::base {

// Limits of input texts, in UTF-8 bytes.
inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxTagBytes = 512;

// U+FEFF. At the start of a text it says that the text is UTF-8, and is no part of it.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The offset of the first ill-formed byte of `text`; nullopt if it is well-formed UTF-8.
std::optional<std::size_t> find_ill_formed(std::string_view text) noexcept;

// How many bytes from `offset` on, where find_ill_formed found one, become one U+FFFD: the maximal
// subpart of an ill-formed sequence.
std::size_t ill_formed_length(std::string_view text, std::size_t offset) noexcept;

// Checks text that a person or program typed: a query, tag or filter item. A byte order mark at the
// start is dropped. Throws Error: `invalid_utf8` at the first ill-formed byte or NUL, `too_long`
// above `max_bytes`.
std::string_view checked_input(std::string_view text, std::size_t max_bytes);

// Text of a document made well-formed.
struct CleanText {
  std::string text;
  std::size_t bad_bytes = 0;  // ill-formed bytes that became U+FFFD
};

// Each maximal ill-formed subpart becomes one U+FFFD (as web decoders count); NUL and C0/C1
// controls except tab and line breaks become a space.
CleanText clean_text(std::string_view text);
// The same of a whole document: a byte order mark at the start is dropped.
CleanText clean_document(std::string_view document);

// Decodes the code point at `offset` of well-formed `text` and moves `offset` past it.
// Inline, as is append_code_point, because every character of every text passes through both.
inline char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept {
  const auto tail = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]) & 0x3F);
  };
  const char32_t lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) {
    offset += 1;
    return lead;
  }
  char32_t code_point = 0;
  if (lead < 0xE0) {
    code_point = (lead & 0x1F) << 6 | tail(1);
    offset += 2;
  } else if (lead < 0xF0) {
    code_point = (lead & 0x0F) << 12 | tail(1) << 6 | tail(2);
    offset += 3;
  } else {
    code_point = (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
    offset += 4;
  }
  return code_point;
}

// As next_code_point, for text that may be ill-formed: U+FFFD for each maximal ill-formed subpart.
char32_t next_or_replacement(std::string_view text, std::size_t& offset) noexcept;

inline void append_code_point(std::string& text, char32_t c) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text.append({static_cast<char>(0xC0 | (c >> 6)), tail(0)});
  } else if (c < 0x10000) {
    text.append({static_cast<char>(0xE0 | (c >> 12)), tail(6), tail(0)});
  } else {
    text.append({static_cast<char>(0xF0 | (c >> 18)), tail(12), tail(6), tail(0)});
  }
}

}  // namespace ficsearch::base
