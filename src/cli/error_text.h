// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "cli/paint.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {

// The error as people read it: "ficsearch: message (file:line:column)", the query with a caret
// under the place if the error is about `query`, and "hint: what to do". Ends in a line break.
std::string error_text(const Error& error, std::string_view query, const Paint& paint);

}  // namespace ficsearch::cli
