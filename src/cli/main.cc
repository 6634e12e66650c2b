// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <iostream>

#include "cli/last_words.h"
#include "cli/run.h"

int main(int argc, char** argv) {
  // A reader that has seen enough must not end an import: Output notices it and ends quietly.
  std::signal(SIGPIPE, SIG_IGN);
  ficsearch::cli::install_last_words();
  std::ios::sync_with_stdio(false);
  return ficsearch::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc});
}
