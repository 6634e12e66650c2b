// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <thread>

#include "engine/import_run.h"
#include "engine/source_state.h"
#include "ficsearch/error.h"
#include "ficsearch/index.h"

namespace ficsearch {
namespace {

// So soon after a signal that wants it the watch ends.
constexpr std::chrono::milliseconds kLongestNap{100};

// Sleeps for `time`, or until somebody asks to stop: then true.
bool sleeps_until_stopped(std::chrono::milliseconds time, const ImportOptions& options) {
  const auto end = std::chrono::steady_clock::now() + time;
  for (;;) {
    if (options.should_stop && options.should_stop()) return true;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    std::this_thread::sleep_for(std::min(left, kLongestNap));
  }
}

}  // namespace

void Index::watch(const std::filesystem::path& directory, const std::vector<std::string>& sources,
                  const ImportOptions& options, std::chrono::milliseconds interval,
                  const std::function<void(const ImportReport&)>& on_report) {
  if (std::find(sources.begin(), sources.end(), "-") != sources.end())
    throw Error(ErrorCode::bad_value, "standard input cannot be watched", {},
                "name files or folders");
  for (;;) {
    // What changes while it is imported is imported again.
    const engine::SourceState imported = engine::SourceState::of(sources);
    on_report(engine::run_import(directory, sources, options));
    engine::SourceState before = imported;
    for (;;) {
      if (sleeps_until_stopped(interval, options)) return;
      engine::SourceState now = engine::SourceState::of(sources);
      // A file that still grows is left to be finished.
      const bool is_quiet = now == before;
      if (is_quiet && now != imported) break;
      before = std::move(now);
    }
  }
}

}  // namespace ficsearch
