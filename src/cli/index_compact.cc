// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/maintenance_run.h"
#include "cli/numbers.h"

namespace ficsearch::cli {
namespace {

void print(std::string_view what, const SizeReport& report, Console& console) {
  console.out.write_line(fmt::format("{} {}: {} bytes, before {}", what,
                                     counted(report.works, "work", "works"),
                                     grouped(report.bytes_after), grouped(report.bytes_before)));
}

}  // namespace

ExitCode run_index_compact(const Arguments& arguments, Console& console) {
  MaintenanceRun run(console);
  const SizeReport report = compact_index(index_directory(arguments), run.options());
  run.clear();
  print("compacted", report, console);
  return ExitCode::done;
}

ExitCode run_index_rebuild(const Arguments& arguments, Console& console) {
  MaintenanceRun run(console);
  const SizeReport report = rebuild_index(index_directory(arguments), run.options());
  run.clear();
  print("rebuilt", report, console);
  return ExitCode::done;
}

}  // namespace ficsearch::cli
