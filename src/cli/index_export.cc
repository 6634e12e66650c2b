// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/maintenance_run.h"
#include "cli/numbers.h"
#include "ficsearch/json.h"

namespace ficsearch::cli {

ExitCode run_index_export(const Arguments& arguments, Console& console) {
  MaintenanceRun run(console);
  const std::uint64_t works = export_works(
      index_directory(arguments), [&](Work&& work) { console.out.write_line(to_json(work)); },
      run.options());
  console.out.flush();
  run.clear();
  console.messages.note(fmt::format("exported {}", counted(works, "work", "works")));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
