// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string_view>

namespace ficsearch::text {

// Break iterators of ICU's root locale. Each call gives a copy of one that was loaded once, which
// is many times cheaper than loading it again; a copy belongs to one thread.
std::unique_ptr<icu::BreakIterator> word_breaks();
std::unique_ptr<icu::BreakIterator> grapheme_breaks();
std::unique_ptr<icu::BreakIterator> sentence_breaks();

// UTF-8 as break iterators read it, so that they count in bytes. Keeps a view of the text, and must
// live as long as an iterator uses it. Ill-formed bytes count as U+FFFD.
class Utf8Text {
 public:
  Utf8Text() = default;
  ~Utf8Text();
  Utf8Text(const Utf8Text&) = delete;
  Utf8Text& operator=(const Utf8Text&) = delete;

  // Lets `breaks` run over `utf8`, from its start.
  void give(std::string_view utf8, icu::BreakIterator& breaks);

 private:
  UText text_ = UTEXT_INITIALIZER;
};

}  // namespace ficsearch::text
