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
// So long at most it waits after one failure after another.
constexpr std::chrono::milliseconds kLongestPause{60'000};

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

// What may be otherwise a little later: a disk, another writer, a folder that has no files yet.
bool may_pass(ErrorCode code) {
  return code == ErrorCode::io || code == ErrorCode::disk_full || code == ErrorCode::locked ||
         code == ErrorCode::snapshot_expired;
}

// Watches until somebody asks to stop.
class Watch {
 public:
  Watch(const std::filesystem::path& directory, const std::vector<std::string>& sources,
        const ImportOptions& options, const WatchOptions& how)
      : directory_(directory), sources_(sources), options_(options), how_(how) {}

  void run() {
    // A source that was never there is a mistake of whoever named it.
    engine::SourceState seen = state();
    for (;;) {
      try {
        how_.on_report(engine::run_import(directory_, sources_, options_));
        pause_ = how_.interval;
        if (!waits_for_change(seen)) return;
        seen = state();               // what changes while it is imported is imported again
      } catch (const Error& error) {  // whoever watches at night wants it to go on
        if (!may_pass(error.code())) throw;
        how_.on_failure(error);
        if (sleeps_until_stopped(pause_, options_)) return;
        pause_ = std::min(2 * pause_, std::max(kLongestPause, how_.interval));
      }
    }
  }

 private:
  engine::SourceState state() const { return engine::SourceState::of(sources_, directory_); }

  // False if somebody asked to stop.
  bool waits_for_change(const engine::SourceState& imported) const {
    engine::SourceState before = imported;
    for (;;) {
      if (sleeps_until_stopped(how_.interval, options_)) return false;
      engine::SourceState now = state();
      // A file that still grows is left to be finished.
      if (now == before && now != imported) return true;
      before = std::move(now);
    }
  }

  const std::filesystem::path& directory_;
  const std::vector<std::string>& sources_;
  const ImportOptions& options_;
  const WatchOptions& how_;
  std::chrono::milliseconds pause_ = how_.interval;  // after a failure; longer each time
};

}  // namespace

void Index::watch(const std::filesystem::path& directory, const std::vector<std::string>& sources,
                  const ImportOptions& options, const WatchOptions& how) {
  if (std::find(sources.begin(), sources.end(), "-") != sources.end())
    throw Error(ErrorCode::bad_value, "standard input cannot be watched", {},
                "name files or folders");
  Watch(directory, sources, options, how).run();
}

}  // namespace ficsearch
