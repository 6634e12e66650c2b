// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "cli/exit_code.h"

namespace ficsearch::cli {

// Goes on in a child process, so that what crashes it is told and not suffered: gives nullopt
// there, and to the parent, once the child has ended, its exit code. Call it before anything is
// printed and any thread is begun. Throws Error: `index_corrupt` if the child crashed,
// `interrupted` if another signal ended it, `io` if there can be no child.
std::optional<ExitCode> wait_for_child();

}  // namespace ficsearch::cli
