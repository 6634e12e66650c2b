// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handlers.h"
#include "ficsearch/index.h"

namespace ficsearch::cli {

ExitCode run_init(const Arguments& arguments, Console&) {
  Index::create(arguments.operands().front());
  return ExitCode::done;
}

}  // namespace ficsearch::cli
