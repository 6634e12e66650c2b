// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "cli/messages.h"
#include "cli/output.h"
#include "cli/paint.h"

namespace ficsearch::cli {

class Arguments;

// The three standard streams as one command uses them.
struct Console {
  Output out;
  Messages messages;
  Paint paint;                        // for standard output
  std::size_t columns = 80;           // of standard output; 80 if it is no terminal
  bool error_is_terminal = false;     // whether a progress line can be drawn
  bool may_wait_for_a_person = true;  // false: input from a terminal is refused
};

// The console that --quiet, --verbose, --color, --no-input and the environment (NO_COLOR, TERM) ask
// for.
Console open_console(const Arguments& arguments);

// Whether messages are painted before any option is known.
Paint default_error_paint();

}  // namespace ficsearch::cli
