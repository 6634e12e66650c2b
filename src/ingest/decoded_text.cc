// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/decoded_text.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/guessed_charset.h"
#include "text/charset.h"

namespace ficsearch::ingest {
namespace {

// Where browsers look for a declaration, and some more for long heads.
constexpr std::size_t kHeadBytes = 4096;

DecodedText cleaned(std::string_view utf8) {
  base::CleanText clean = base::clean_document(utf8);
  return {std::move(clean.text), clean.bad_bytes, {}};
}

bool has_mark(std::string_view bytes) {
  return bytes.starts_with(base::kByteOrderMark) || bytes.starts_with("\xFF\xFE") ||
         bytes.starts_with("\xFE\xFF");
}

bool is_utf8(std::string_view charset) {
  return base::equal_ignoring_case(charset, "utf-8") || base::equal_ignoring_case(charset, "utf8");
}

std::string charset_of(std::string_view bytes, const std::string& declared) {
  if (!declared.empty() && !has_mark(bytes)) return declared;
  return guessed_charset(bytes);
}

// The value that follows `key` and '=', in quotes or not; empty if it is not there.
std::string value_after(std::string_view text, std::string_view key) {
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + key.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (!text.starts_with('=')) return {};
  text.remove_prefix(1);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\"'"), text.size()));
  return std::string(text.substr(0, text.find_first_of(" \t\r\n\"';>/?")));
}

}  // namespace

DecodedText decode_text(std::string_view bytes, const std::string& declared) {
  const std::string charset = charset_of(bytes, declared);
  if (!is_utf8(charset)) {
    DecodedText decoded = cleaned(text::utf8_of(bytes, charset));
    if (declared.empty()) decoded.note = note_of_guess(charset);
    return decoded;
  }
  DecodedText decoded = cleaned(bytes);
  if (decoded.replaced_bytes * 100 > bytes.size())
    throw Error(ErrorCode::bad_encoding,
                std::to_string(decoded.replaced_bytes) + " of " + std::to_string(bytes.size()) +
                    " bytes are not UTF-8",
                {}, "convert the text to UTF-8, or declare its charset");
  return decoded;
}

std::string declared_charset(std::string_view page) {
  std::string head(page.substr(0, kHeadBytes));
  std::transform(head.begin(), head.end(), head.begin(), base::ascii_lower);
  if (head.starts_with("<?xml"))
    if (std::string charset = value_after(head.substr(0, head.find("?>")), "encoding");
        !charset.empty())
      return charset;
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
       meta = head.find("<meta", meta + 1))
    if (std::string charset = value_after(
            std::string_view(head).substr(meta, head.find('>', meta) - meta), "charset");
        !charset.empty())
      return charset;
  return {};
}

}  // namespace ficsearch::ingest
