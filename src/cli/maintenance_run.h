// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "cli/progress_line.h"
#include "ficsearch/maintenance.h"

namespace ficsearch::cli {

// What a command of maintenance gives to the library: a progress line on a terminal, and an end at
// the next safe moment after Ctrl-C. It must outlive the call.
class MaintenanceRun {
 public:
  explicit MaintenanceRun(const Console& console);

  const MaintenanceOptions& options() const noexcept { return options_; }
  // Makes room for a result.
  void clear() { line_.clear(); }

 private:
  ProgressLine line_;
  MaintenanceOptions options_;
};

}  // namespace ficsearch::cli
