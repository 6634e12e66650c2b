// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/import.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/byte_size.h"
#include "cli/confirm.h"
#include "cli/handlers.h"
#include "cli/import_preview_text.h"
#include "cli/index_directory.h"
#include "cli/interrupt.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "cli/progress_line.h"
#include "cli/reject_log.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kMaxJobs = 256;
constexpr std::size_t kLeastMemory = 256u << 20;
constexpr std::size_t kUnmappedShown = 20;
constexpr std::size_t kWarningsShown = 20;
constexpr std::chrono::seconds kWatchInterval{2};

Format format_of(const Arguments& arguments) {
  const std::string name = arguments.value(options::kImportFormat).value_or("auto");
  return find_import_format(name).value_or(Format::automatic);
}

std::size_t memory_of(const Arguments& arguments) {
  const auto text = arguments.value(options::kMemory);
  if (!text) return 0;
  const auto bytes = parse_byte_size(*text);
  if (!bytes || *bytes < kLeastMemory)
    throw Error(ErrorCode::bad_value,
                fmt::format("--memory must be 256M or more, not \"{}\"", *text), {},
                "write a number with K, M or G behind it");
  return *bytes;
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
  how.memory_bytes = memory_of(arguments);
  how.should_stop = interrupted;
  return how;
}

bool reads_stdin(const Arguments& arguments) {
  const std::vector<std::string>& sources = arguments.operands();
  return std::find(sources.begin(), sources.end(), "-") != sources.end();
}

// Found out before anything is imported.
void refuse_what_cannot_be(const Arguments& arguments, const Console& console) {
  if (arguments.has(options::kDryRun))
    for (const Option& other : {options::kPrune, options::kWatch})
      if (arguments.has(other))
        throw Error(ErrorCode::usage,
                    fmt::format("--dry-run and --{} do not go together", other.name));
  if (arguments.has(options::kYes) && !arguments.has(options::kPrune))
    throw Error(ErrorCode::usage, "--yes answers what --prune asks, which is not given");
  if (!arguments.has(options::kPrune)) return;
  if (reads_stdin(arguments))
    throw Error(ErrorCode::usage, "--prune cannot know whether standard input is all there is", {},
                "write it to a file and import that");
  if (!can_answer(arguments, console))
    throw Error(ErrorCode::usage, "nobody can be asked here what --prune may delete", {},
                "give --yes if it may delete what no source has any more");
}

// A change of the file would be a change of what is watched.
void refuse_rejects_among_sources(const Arguments& arguments) {
  const auto rejects = arguments.value(options::kRejects);
  if (!rejects || !arguments.has(options::kWatch)) return;
  const std::filesystem::path file = std::filesystem::weakly_canonical(*rejects);
  for (const std::string& source : arguments.operands()) {
    const std::filesystem::path watched = std::filesystem::weakly_canonical(source);
    if (std::mismatch(watched.begin(), watched.end(), file.begin(), file.end()).first ==
        watched.end())
      throw Error(ErrorCode::usage,
                  fmt::format("the rejects file {} lies in {}, which is watched", *rejects, source),
                  {}, "name a file elsewhere");
  }
}

// The file would be emptied before it is read.
void refuse_rejects_in_a_source(const Arguments& arguments) {
  const auto file = arguments.value(options::kRejects);
  if (!file) return;
  for (const std::string& source : arguments.operands()) {
    std::error_code one_is_not_there;
    if (std::filesystem::equivalent(source, *file, one_is_not_there))
      throw Error(ErrorCode::usage, fmt::format("--rejects names the source {}", source), {},
                  "name another file: it is emptied");
  }
}

void refuse_waiting_for_a_person(const Arguments& arguments, const Console& console) {
  if (reads_stdin(arguments) && !console.may_wait_for_a_person && ::isatty(STDIN_FILENO) == 1)
    throw Error(ErrorCode::usage, "standard input is a terminal, and --no-input forbids to ask");
}

// All of them if verbose.
void print_warnings(const std::vector<ImportWarning>& warnings, const Messages& messages) {
  const std::size_t shown =
      messages.is_verbose() ? warnings.size() : std::min(warnings.size(), kWarningsShown);
  for (std::size_t i = 0; i < shown; ++i)
    messages.warn(terminal_safe(fmt::format("{}: {}", warnings[i].source, warnings[i].message)));
  if (shown < warnings.size())
    messages.warn(fmt::format("and {} more; --verbose or --json shows them all",
                              grouped(warnings.size() - shown)));
}

void print_report(const ImportReport& report, const Messages& messages) {
  if (report.replaced_bytes != 0)
    messages.warn(
        fmt::format("{} ill-formed bytes of text were replaced by U+FFFD", report.replaced_bytes));
  if (!report.skipped_files.empty())
    messages.warn(
        terminal_safe(fmt::format("skipped, being of no known format or links that lead out: {}",
                                  fmt::join(report.skipped_files, ", "))));
  print_warnings(report.warnings, messages);
  if (!report.unknown_keys.empty())
    messages.warn(terminal_safe(fmt::format("unknown keys, kept as stored fields: {}",
                                            fmt::join(report.unknown_keys, ", "))));
  if (report.repeated != 0)
    messages.warn(
        fmt::format("{} had an id that came before in this import; the one read last stays",
                    counted(report.repeated, "work", "works")));
  if (report.resumed != 0)
    messages.note(fmt::format("went on from {} that a killed import had finished",
                              counted(report.resumed, "work", "works")));
  if (report.interrupted)
    messages.note(
        "interrupted: the works counted here are committed; the same import again goes on from "
        "there");
  if (!report.not_pruned.empty())
    messages.warn(terminal_safe("nothing was pruned: " + report.not_pruned));
  if (report.pruned != 0)
    messages.note(fmt::format("deleted {} that no source has any more",
                              counted(report.pruned, "work", "works")));
  messages.note(fmt::format("imported {} (added {}, replaced {}, unchanged {}), rejected {}",
                            report.imported(), report.added, report.replaced, report.unchanged,
                            report.rejected));
}

ExitCode exit_code_of(const ImportReport& report) {
  if (report.interrupted) return ExitCode::interrupted;
  if (report.rejected != 0) return ExitCode::rejected;
  return report.not_pruned.empty() ? ExitCode::done : ExitCode::refused;
}

ExitCode print_preview(const ImportPreview& preview, const Arguments& arguments, Console& console) {
  const bool all = arguments.has(options::kVerbose);
  if (arguments.has(options::kJson))
    console.out.write_line(to_json(preview));
  else
    console.out.write(import_preview_text(preview, all ? SIZE_MAX : kUnmappedShown, console.paint));
  console.out.flush();
  print_warnings(preview.warnings, console.messages);
  if (preview.interrupted) return ExitCode::interrupted;
  const bool any_rejected =
      std::any_of(preview.sources.begin(), preview.sources.end(),
                  [](const SourcePreview& source) { return source.rejected != 0; });
  return any_rejected ? ExitCode::rejected : ExitCode::done;
}

// An import with what it shows meanwhile.
class ShownImport {
 public:
  ShownImport(const Arguments& arguments, Console& console)
      : arguments_(arguments),
        console_(console),
        how_(options_of(arguments)),
        directory_(index_directory(arguments)),
        progress_(console.error_is_terminal && !console.messages.is_quiet()) {
    open_rejects();
    how_.on_reject = [this](const Reject& reject) {
      progress_.clear();
      begin_round();
      rejects_->add(reject);
    };
    how_.on_progress = [this](const ImportProgress& now) { progress_.draw(now); };
    if (!arguments.has(options::kPrune)) return;
    how_.confirm_prune = [this](std::uint64_t works) {
      progress_.clear();
      return confirmed(fmt::format("delete {} that no source has any more from {}?",
                                   counted(works, "work", "works"), directory_.string()),
                       arguments_, console_);
    };
  }

  ExitCode preview() {
    const ImportPreview preview = Index::preview_import(directory_, arguments_.operands(), how_);
    progress_.clear();
    rejects_->close();
    return print_preview(preview, arguments_, console_);
  }

  ExitCode import() {
    const ImportReport report = Index::import(directory_, arguments_.operands(), how_);
    return print(report);
  }

  // Ctrl-C is how it ends when all is well.
  ExitCode watch() {
    ExitCode last = ExitCode::done;
    WatchOptions watching{.interval = kWatchInterval, .on_report = {}, .on_failure = {}};
    watching.on_report = [&](const ImportReport& report) {
      begin_round();  // should nothing have been refused in it
      const bool any = report.added + report.replaced + report.pruned != 0;
      if (is_first_ || any || report.rejected != 0)
        last = print(report);
      else
        rejects_->close();
      is_first_ = false;
      is_between_rounds_ = true;
      last_failure_.clear();
    };
    watching.on_failure = [&](const Error& error) {
      progress_.clear();
      if (error.what() != last_failure_)
        console_.messages.warn(terminal_safe(fmt::format("{}; trying again", error.what())));
      last_failure_ = error.what();
      is_between_rounds_ = true;
    };
    Index::watch(directory_, arguments_.operands(), how_, watching);
    return last == ExitCode::interrupted ? last : ExitCode::done;
  }

 private:
  // What the last round refused stays to be read until the next one has something to say.
  void begin_round() {
    if (std::exchange(is_between_rounds_, false)) open_rejects();
  }

  void open_rejects() { rejects_.emplace(arguments_.value(options::kRejects), console_.messages); }

  ExitCode print(ImportReport report) {
    // Ctrl-C also ends the program that feeds a pipe, and its output then looks complete.
    report.interrupted = report.interrupted || interrupted();
    progress_.clear();
    rejects_->close();
    if (arguments_.has(options::kJson)) console_.out.write_line(to_json(report));
    console_.out.flush();
    print_report(report, console_.messages);
    return exit_code_of(report);
  }

  const Arguments& arguments_;
  Console& console_;
  ImportOptions how_;
  std::filesystem::path directory_;
  std::optional<RejectLog> rejects_;  // of the import that runs
  ProgressLine progress_;
  bool is_first_ = true;
  bool is_between_rounds_ = false;  // of a watch
  std::string last_failure_;
};

}  // namespace

ExitCode run_import(const Arguments& arguments, Console& console) {
  refuse_what_cannot_be(arguments, console);
  refuse_rejects_among_sources(arguments);
  refuse_rejects_in_a_source(arguments);
  refuse_waiting_for_a_person(arguments, console);
  ShownImport shown(arguments, console);
  catch_interrupts();
  if (arguments.has(options::kDryRun)) return shown.preview();
  return arguments.has(options::kWatch) ? shown.watch() : shown.import();
}

}  // namespace ficsearch::cli
