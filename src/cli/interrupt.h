// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ficsearch::cli {

// From now on the first SIGINT or SIGTERM only sets what interrupted() tells, so that work can end
// where it leaves nothing half done; a second one ends the program at once, with exit code 130.
void catch_interrupts();

bool interrupted() noexcept;

}  // namespace ficsearch::cli
