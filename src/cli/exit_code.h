// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ficsearch/error.h"

namespace ficsearch::cli {

// What the program tells its caller. The numbers are the contract; scripts rely on them.
enum class ExitCode : int {
  done = 0,
  nothing_found = 1,  // only with --exit-status
  usage = 2,          // a command line, query or request that says nothing sensible
  not_found = 3,      // no such index, work or concept
  locked = 4,         // another writer is in the way; trying again later helps
  damaged = 5,        // an integrity check failed
  rejected = 6,       // an import refused some records
  machine = 7,        // input or output failed, or the disk is full
  refused = 8,        // the index was made by rules that this program does not have
  interrupted = 130,
};

ExitCode exit_code_of(ErrorCode code) noexcept;

}  // namespace ficsearch::cli
