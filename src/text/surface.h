// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "text/tracked_text.h"

namespace ficsearch::text {

// The surface key of well-formed `utf8`, each character with the bytes it comes from.
TrackedText surface_of(std::string_view utf8);

// The surface key of a text that earlier steps have made; ranges stay those of its source.
TrackedText surface_of(TrackedText text);

}  // namespace ficsearch::text
