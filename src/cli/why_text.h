// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "cli/console.h"
#include "ficsearch/why.h"

namespace ficsearch::cli {

// Whether a work is shown, then a paragraph for each rule, those that hide it first.
std::string why_text(const Why& why, const Console& console);

}  // namespace ficsearch::cli
