// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/aozora_text.h"

#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/aozora_layout.h"
#include "ingest/aozora_markup.h"
#include "text/charset.h"

namespace ficsearch::ingest {
namespace {

AozoraText cleaned(std::string_view utf8) {
  base::CleanText clean = base::clean_document(utf8);
  return {std::move(clean.text), clean.bad_bytes};
}

// A file's first bytes may end inside a character; its last line is of no use then.
std::string_view whole_lines(std::string_view head) {
  const std::size_t last_break = head.rfind('\n');
  return last_break == std::string_view::npos ? head : head.substr(0, last_break + 1);
}

bool has_ruby(const AozoraLayout& layout) {
  AozoraMarkup markup;
  for (const std::string_view line : layout.body) markup.plain_line(line);
  return !markup.readings().empty();
}

}  // namespace

AozoraText decode_aozora(std::string_view bytes) {
  if (!base::find_ill_formed(bytes)) return cleaned(bytes);
  try {
    return cleaned(text::utf8_of_shift_jis(bytes));
  } catch (const Error& error) {
    // Neither: then UTF-8 with a few damaged bytes, if any.
    if (error.code() != ErrorCode::bad_encoding) throw;
    AozoraText repaired = cleaned(bytes);
    if (repaired.replaced_bytes * 100 <= bytes.size()) return repaired;
    throw;
  }
}

bool looks_like_aozora(std::string_view head) {
  std::string text;
  try {
    text = decode_aozora(whole_lines(head)).utf8;
  } catch (const Error& error) {
    // Not text of a known encoding, so no Aozora text.
    if (error.code() == ErrorCode::bad_encoding) return false;
    throw;
  }
  const AozoraLayout layout = lay_out_aozora(text);
  return layout.has_legend || !layout.colophon.empty() || text.find("［＃") != std::string::npos ||
         has_ruby(layout);
}

}  // namespace ficsearch::ingest
