// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/guessed_charset.h"

#include "ficsearch/error.h"
#include "text/charset_guess.h"

namespace ficsearch::ingest {

std::string guessed_charset(std::string_view bytes) {
  std::string charset = text::guess_charset(bytes).value_or("UTF-8");
  const std::string other = text::japanese_reading(bytes, charset);
  if (!other.empty())
    throw Error(ErrorCode::bad_encoding,
                "the text may be in " + charset + " or in " + other + ", and does not say which",
                {},
                "convert it to UTF-8 or declare its charset: charset = \"" + other +
                    "\" in the map of a table, <meta charset=\"" + other + "\"> in a page");
  return charset;
}

std::string note_of_guess(const std::string& charset) {
  if (charset.empty() || charset.starts_with("UTF-")) return {};
  return "the charset is not declared; it was guessed to be " + charset;
}

}  // namespace ficsearch::ingest
