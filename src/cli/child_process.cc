// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/child_process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "cli/interrupt.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

bool is_crash(int signal) {
  return signal == SIGSEGV || signal == SIGABRT || signal == SIGBUS || signal == SIGFPE ||
         signal == SIGILL;
}

}  // namespace

std::optional<ExitCode> wait_for_child() {
  catch_interrupts();  // a terminal tells both: the child ends by it, and this waits
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorCode::io, "cannot begin a process of its own");
  if (child == 0) return std::nullopt;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) return static_cast<ExitCode>(WEXITSTATUS(status));
  const int signal = WTERMSIG(status);
  if (is_crash(signal))
    throw Error(ErrorCode::index_corrupt,
                "the index is so damaged that to read it ended the program (signal " +
                    std::to_string(signal) + ")",
                {}, "restore a backup, or import the works into a new index");
  throw Error(ErrorCode::interrupted, "signal " + std::to_string(signal) + " ended it");
}

}  // namespace ficsearch::cli
