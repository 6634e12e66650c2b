// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/maintenance_run.h"
#include "cli/numbers.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

void print(std::string_view what, const FilesReport& report, const std::filesystem::path& to,
           Console& console) {
  console.out.write_line(fmt::format("{} {} to {}", what, counted(report.works, "work", "works"),
                                     terminal_safe(to.string())));
}

}  // namespace

ExitCode run_index_backup(const Arguments& arguments, Console& console) {
  const std::filesystem::path to = arguments.operands().front();
  MaintenanceRun run(console);
  const FilesReport report = backup_index(index_directory(arguments), to, run.options());
  run.clear();
  print("backed up", report, to, console);
  return ExitCode::done;
}

ExitCode run_index_restore(const Arguments& arguments, Console& console) {
  const std::filesystem::path to = index_directory(arguments);
  MaintenanceRun run(console);
  const FilesReport report = restore_index(arguments.operands().front(), to, run.options());
  run.clear();
  print("restored", report, to, console);
  return ExitCode::done;
}

}  // namespace ficsearch::cli
