// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/maintenance_run.h"
#include "cli/numbers.h"

namespace ficsearch::cli {

ExitCode run_index_seal(const Arguments& arguments, Console& console) {
  MaintenanceRun run(console);
  const FilesReport report = seal_index(index_directory(arguments), run.options());
  run.clear();
  console.out.write_line(fmt::format("sealed {} in {}", counted(report.works, "work", "works"),
                                     counted(report.files, "file", "files")));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
