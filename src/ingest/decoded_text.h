// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ficsearch::ingest {

struct DecodedText {
  std::string utf8;                // well-formed, without controls but tab and line breaks
  std::size_t replaced_bytes = 0;  // ill-formed bytes that became U+FFFD
  std::string note = {};           // that its charset is a guess, if it is (guessed_charset.h)
};

// Text in the charset of its byte order mark, else in the `declared` one, else in the one that it
// is most likely in. UTF-8 with a few damaged bytes (one in a hundred) is repaired. Throws
// Error(`bad_encoding`) if it is not in that charset, none is likely, or two are.
DecodedText decode_text(std::string_view bytes, const std::string& declared = {});

// The charset that a page declares in its first bytes, by <meta charset="…">, by
// <meta http-equiv … content="…; charset=…"> or by <?xml … encoding="…"?>; empty if it does not.
std::string declared_charset(std::string_view page);

}  // namespace ficsearch::ingest
