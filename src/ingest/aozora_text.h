// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ficsearch::ingest {

// The bytes of an Aozora Bunko text as UTF-8.
struct AozoraText {
  std::string utf8;
  std::size_t replaced_bytes = 0;  // ill-formed ones that became U+FFFD
};

// Decodes UTF-8, or Shift_JIS as the library publishes it. A text that is neither, yet is UTF-8 but
// for at most 1 % of its bytes, is repaired. Throws Error: `bad_encoding` with the offset of the
// first byte that is not Shift_JIS.
AozoraText decode_aozora(std::string_view bytes);

// True if `head`, the first bytes of a file, holds markup of Aozora Bunko: a legend between dashed
// lines, a note, ruby, or a colophon. Says nothing about the rest of the file.
bool looks_like_aozora(std::string_view head);

}  // namespace ficsearch::ingest
