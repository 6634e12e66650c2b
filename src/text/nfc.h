// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/normalizer2.h>

#include <cstddef>

#include "text/tracked_text.h"

namespace ficsearch::text {

// ICU's normal forms: immutable, shared by all threads, owned by ICU.
const icu::Normalizer2& nfc();
const icu::Normalizer2& nfkc_casefold();

// Appends the normal form of characters [begin, end) of `text` to `normalized`: what is replaced
// has the range of all that it replaces. Tells whether anything was.
bool append_normalized(const icu::Normalizer2& form, const TrackedText& text, std::size_t begin,
                       std::size_t end, TrackedText& normalized);

}  // namespace ficsearch::text
