// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ficsearch/search.h"

namespace ficsearch::json {

// The highlight as a fragment of HTML: the text is escaped first and <mark> put around its matches
// afterwards, so nothing in a work can become markup; "…" stands where the field goes on.
std::string highlight_html(const Highlight& highlight);

}  // namespace ficsearch::json
