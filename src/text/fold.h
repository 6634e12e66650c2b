// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tracked_text.h"

namespace ficsearch::text {

// The folded key of a surface key (text/surface.h).
TrackedText fold_of(TrackedText surface);

}  // namespace ficsearch::text
