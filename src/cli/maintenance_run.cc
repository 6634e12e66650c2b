// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/maintenance_run.h"

#include "cli/interrupt.h"

namespace ficsearch::cli {

MaintenanceRun::MaintenanceRun(const Console& console)
    : line_(console.error_is_terminal && !console.messages.is_quiet()) {
  options_.on_progress = [this](const MaintenanceProgress& now) { line_.draw(now); };
  options_.should_stop = interrupted;
  catch_interrupts();
}

}  // namespace ficsearch::cli
