// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/console.h"

namespace ficsearch::cli {

// Whether somebody agrees to what cannot be undone: --yes, or "y" at a terminal to `question`.
// Throws Error(`usage`) where nobody can be asked.
bool confirmed(const std::string& question, const Arguments& arguments, const Console& console);

// Whether confirmed() would get an answer: to find out before the work that leads to the question.
bool can_answer(const Arguments& arguments, const Console& console);

}  // namespace ficsearch::cli
