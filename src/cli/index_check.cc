// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/child_process.h"
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/maintenance_run.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

std::string_view seal_text(SealState seal) {
  switch (seal) {
    case SealState::none:
      return "not sealed";
    case SealState::intact:
      return "as it was sealed";
    case SealState::broken:
      return "not as it was sealed";
  }
  return "";
}

void print(const CheckReport& report, const std::filesystem::path& directory, Console& console) {
  for (const std::string& what : report.damage)
    console.out.write_line("damage: " + terminal_safe(what));
  console.out.write_line(fmt::format("checked {}{}: {}, {}", counted(report.works, "work", "works"),
                                     report.depth == CheckDepth::deep ? " deeply" : "",
                                     report.damage.empty() ? "no damage" : "damaged",
                                     seal_text(report.seal)));
  if (report.damage.empty()) return;
  console.out.flush();
  console.messages.note(fmt::format(
      "hint: ficsearch index restore BACKUP, or import the works into a new index; keep "
      "{} until then",
      terminal_safe(directory.string())));
}

}  // namespace

ExitCode run_index_check(const Arguments& arguments, Console& console) {
  const auto directory = index_directory(arguments);
  if (const auto code = wait_for_child()) return *code;
  MaintenanceRun run(console);
  const CheckDepth depth = arguments.has(options::kDeep) ? CheckDepth::deep : CheckDepth::usual;
  const CheckReport report = check_index(directory, depth, run.options());
  run.clear();
  if (arguments.has(options::kJson))
    console.out.write_line(to_json(report));
  else
    print(report, directory, console);
  return report.damage.empty() ? ExitCode::done : ExitCode::damaged;
}

}  // namespace ficsearch::cli
