// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/nfc.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/stringpiece.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/icu_status.h"

namespace ficsearch::text {
namespace {

// A stretch of `text` as bytes, and for each byte the character that it belongs to.
struct Encoded {
  std::string utf8;
  std::vector<std::size_t> character_of;
};

Encoded encode(const TrackedText& text, std::size_t begin, std::size_t end) {
  Encoded encoded;
  for (std::size_t i = begin; i < end; ++i) {
    base::append_code_point(encoded.utf8, text[i].code_point);
    encoded.character_of.resize(encoded.utf8.size(), i);
  }
  return encoded;
}

const icu::Normalizer2& loaded(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const form = get(status);
  check_icu(status, "load a Unicode normal form");
  return *form;
}

}  // namespace

// Both are kept after the first call: the race detector does not see ICU's own locks, and takes the
// first use by two threads for a race.
const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& form = loaded(icu::Normalizer2::getNFCInstance);
  return form;
}

const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2& form = loaded(icu::Normalizer2::getNFKCCasefoldInstance);
  return form;
}

bool append_normalized(const icu::Normalizer2& form, const TrackedText& text, std::size_t begin,
                       std::size_t end, TrackedText& normalized) {
  const Encoded source = encode(text, begin, end);
  std::string utf8;
  icu::StringByteSink<std::string> sink(&utf8);
  icu::Edits edits;
  UErrorCode status = U_ZERO_ERROR;
  form.normalizeUTF8(
      0, icu::StringPiece(source.utf8.data(), static_cast<std::int32_t>(source.utf8.size())), sink,
      &edits, status);
  check_icu(status, "normalize a text");

  std::size_t offset = 0;
  for (auto edit = edits.getFineIterator(); edit.next(status);) {
    const auto source_begin = static_cast<std::size_t>(edit.sourceIndex());
    const auto source_size = static_cast<std::size_t>(edit.oldLength());
    const auto stretch_end = static_cast<std::size_t>(edit.destinationIndex() + edit.newLength());
    while (offset < stretch_end) {
      const std::size_t at =
          source_begin + offset - static_cast<std::size_t>(edit.destinationIndex());
      const char32_t c = base::next_code_point(utf8, offset);
      if (edit.hasChange()) {
        normalized.push_back({c, text[source.character_of[source_begin]].begin,
                              text[source.character_of[source_begin + source_size - 1]].end});
      } else {
        const TrackedChar& same = text[source.character_of[at]];
        normalized.push_back({c, same.begin, same.end});
      }
    }
  }
  check_icu(status, "trace a normalization");
  return edits.hasChanges();
}

}  // namespace ficsearch::text
