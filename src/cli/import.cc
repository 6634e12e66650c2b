// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/import.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/progress_line.h"
#include "cli/reject_log.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kMaxJobs = 256;

Format format_of(const Arguments& arguments) {
  const std::string name = arguments.value(options::kImportFormat).value_or("auto");
  return find_import_format(name).value_or(Format::automatic);
}

ImportOptions options_of(const Arguments& arguments) {
  ImportOptions how;
  how.format = format_of(arguments);
  how.column_map = arguments.value(options::kColumnMap).value_or("");
  how.stop_on_error = arguments.value(options::kOnError) == "stop";
  if (const auto works = arguments.number(options::kBatch)) how.batch_works = *works;
  if (how.batch_works == 0) throw Error(ErrorCode::bad_value, "--batch must be at least 1");
  if (const auto jobs = arguments.number(options::kJobs)) how.jobs = *jobs;
  if (how.jobs > kMaxJobs)
    throw Error(ErrorCode::bad_value, fmt::format("--jobs can be {} at most", kMaxJobs));
  how.should_stop = interrupted;
  return how;
}

void refuse_waiting_for_a_person(const std::vector<std::string>& sources, const Console& console) {
  const bool reads_stdin = std::find(sources.begin(), sources.end(), "-") != sources.end();
  if (reads_stdin && !console.may_wait_for_a_person && ::isatty(STDIN_FILENO) == 1)
    throw Error(ErrorCode::usage, "standard input is a terminal, and --no-input forbids to ask");
}

void print_report(const ImportReport& report, const Messages& messages) {
  if (report.replaced_bytes != 0)
    messages.warn(
        fmt::format("{} ill-formed bytes of text were replaced by U+FFFD", report.replaced_bytes));
  if (!report.skipped_files.empty())
    messages.warn(terminal_safe(fmt::format("skipped, being of no known format: {}",
                                            fmt::join(report.skipped_files, ", "))));
  if (!report.unknown_keys.empty())
    messages.warn(terminal_safe(fmt::format("unknown keys, kept as stored fields: {}",
                                            fmt::join(report.unknown_keys, ", "))));
  if (report.interrupted)
    messages.note(
        "interrupted: the works counted here are committed; the same import again goes on from "
        "there");
  messages.note(fmt::format("imported {} (added {}, replaced {}, unchanged {}), rejected {}",
                            report.imported(), report.added, report.replaced, report.unchanged,
                            report.rejected));
}

ExitCode exit_code_of(const ImportReport& report) {
  if (report.interrupted) return ExitCode::interrupted;
  return report.rejected == 0 ? ExitCode::done : ExitCode::rejected;
}

}  // namespace

ExitCode run_import(const Arguments& arguments, Console& console) {
  ImportOptions how = options_of(arguments);
  refuse_waiting_for_a_person(arguments.operands(), console);
  const auto directory = index_directory(arguments);
  RejectLog rejects(arguments.value(options::kRejects), console.messages);
  ProgressLine progress(console.error_is_terminal && !console.messages.is_quiet());
  how.on_reject = [&](const Reject& reject) {
    progress.clear();
    rejects.add(reject);
  };
  how.on_progress = [&](const ImportProgress& now) { progress.draw(now); };
  catch_interrupts();
  ImportReport report = Index::import(directory, arguments.operands(), how);
  // Ctrl-C also ends the program that feeds a pipe, and its output then looks complete.
  report.interrupted = report.interrupted || interrupted();
  progress.clear();
  rejects.close();
  if (arguments.has(options::kJson)) console.out.write_line(to_json(report));
  console.out.flush();
  print_report(report, console.messages);
  return exit_code_of(report);
}

}  // namespace ficsearch::cli
