// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/break_iterators.h"

#include "text/icu_status.h"

namespace ficsearch::text {
namespace {

using Breaks = std::unique_ptr<icu::BreakIterator>;
using Create = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

std::unique_ptr<const icu::BreakIterator> load(Create create) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::BreakIterator> loaded(create(icu::Locale::getRoot(), status));
  check_icu(status, "load its break rules");
  return loaded;
}

Breaks copy_of(const icu::BreakIterator& loaded) {
  Breaks copy(loaded.clone());
  if (!copy) throw std::bad_alloc();
  return copy;
}

}  // namespace

Breaks word_breaks() {
  static const auto loaded = load(icu::BreakIterator::createWordInstance);
  return copy_of(*loaded);
}

Breaks grapheme_breaks() {
  static const auto loaded = load(icu::BreakIterator::createCharacterInstance);
  return copy_of(*loaded);
}

Breaks sentence_breaks() {
  static const auto loaded = load(icu::BreakIterator::createSentenceInstance);
  return copy_of(*loaded);
}

Utf8Text::~Utf8Text() {
  utext_close(&text_);
}

void Utf8Text::give(std::string_view utf8, icu::BreakIterator& breaks) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  breaks.setText(&text_, status);
  check_icu(status, "read a text");
}

}  // namespace ficsearch::text
