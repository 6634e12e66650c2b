// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ficsearch::base {

// Limits of input texts, in UTF-8 bytes (normalization-spec section 2.4).
inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxTagBytes = 512;

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
// controls except tab and line breaks become a space; a byte order mark at the start is dropped.
CleanText clean_document(std::string_view text);

// Decodes the code point at `offset` of well-formed `text` and moves `offset` past it.
char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept;

// As next_code_point, for text that may be ill-formed: U+FFFD for each maximal ill-formed subpart.
char32_t next_or_replacement(std::string_view text, std::size_t& offset) noexcept;

void append_code_point(std::string& text, char32_t code_point);

}  // namespace ficsearch::base
