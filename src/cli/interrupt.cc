// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

#include <unistd.h>

#include <csignal>

#include "cli/exit_code.h"

namespace ficsearch::cli {
namespace {

// The one mutable global: a signal handler can reach nothing else.
volatile std::sig_atomic_t was_interrupted = 0;

extern "C" void on_interrupt(int) {
  if (was_interrupted != 0) ::_exit(static_cast<int>(ExitCode::interrupted));
  was_interrupted = 1;
}

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  // Reads go on: the source must not look as if it had failed.
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() noexcept {
  return was_interrupted != 0;
}

}  // namespace ficsearch::cli
