// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "text/tracked_text.h"

namespace ficsearch::text {

// The surface key of well-formed `utf8`, each character with the bytes it comes from.
TrackedText surface_of(std::string_view utf8);

// Appends the code points of the surface key of `utf8` to `key`, if all its characters are of those
// that most names are made of, whose mapping takes no look at their neighbours. Otherwise, and for
// ill-formed text, false, and what was appended means nothing. Some nanoseconds a character.
bool append_plain_surface(std::string_view utf8, std::u32string& key);

}  // namespace ficsearch::text
