// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace ficsearch::text {

// Where text may be cut for people to read. Input is well-formed UTF-8 of at most 2 GiB; offsets
// are in bytes, and one beyond the end counts as the end.

// Byte offsets at which `utf8` may be cut: grapheme borders.
std::size_t grapheme_floor(std::string_view utf8,
                           std::size_t offset);  // the last border at or before offset
std::size_t grapheme_ceil(std::string_view utf8,
                          std::size_t offset);  // the first border at or after offset

// The begin of the sentence that holds `offset`, and the end of it, by ICU sentence breaks. White
// space and line ends after a sentence belong to it; the end of the text belongs to the last one.
// Cost: linear in the sentence, and one without an end (5 ms for a megabyte) is returned whole.
std::pair<std::size_t, std::size_t> sentence_around(std::string_view utf8, std::size_t offset);

}  // namespace ficsearch::text
