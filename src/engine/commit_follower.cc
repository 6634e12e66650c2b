// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/commit_follower.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "engine/prepare_profiles.h"
#include "ficsearch/error.h"
#include "store/reader.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

using Clock = std::chrono::steady_clock;

// A writer that commits all the time must not keep a core busy with building: at most one part of
// the time in so many goes into it, and no commit is looked for more often than this.
constexpr auto kLeastPause = std::chrono::milliseconds(200);
constexpr int kPauseForBuilding = 4;

// What a writer or a file system makes fail once passes. The commit in use serves meanwhile.
constexpr int kTries = 5;

}  // namespace

CommitFollower::CommitFollower(std::filesystem::path directory, std::size_t cache_bytes)
    : directory_(std::move(directory)),
      cache_bytes_(cache_bytes),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

CommitFollower::~CommitFollower() = default;

std::unique_ptr<OpenCommit> CommitFollower::take() {
  if (!has_news_.load(std::memory_order_acquire)) return nullptr;
  const std::lock_guard lock(mutex_);
  if (failure_ && !ready_) std::rethrow_exception(failure_);
  has_news_.store(failure_ != nullptr, std::memory_order_release);
  return std::move(ready_);
}

void CommitFollower::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const Clock::time_point began = Clock::now();
    try {
      build_if_new();
      failures_ = 0;
      set_failure(nullptr);
    } catch (const Error& error) {
      // A writer that commits faster than commits can be opened passes.
      if (error.code() != ErrorCode::snapshot_expired && ++failures_ >= kTries)
        set_failure(std::current_exception());
    } catch (...) {  // whatever it is, it belongs to those who search
      if (++failures_ >= kTries) set_failure(std::current_exception());
    }
    const auto pause =
        std::max<Clock::duration>(kLeastPause, kPauseForBuilding * (Clock::now() - began));
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, pause, [] { return false; });
  }
}

void CommitFollower::build_if_new() {
  // All that belongs to a commit takes a while to open; most of the time there is no new one.
  const store::Reader last(directory_, text::normalizer_version());
  if (last.revision() == built_.revision && last.uuid() == built_.uuid) return;
  auto commit = std::make_unique<OpenCommit>(directory_, cache_bytes_);
  if (commit->snapshot().key() == built_) return;
  commit->make_resident();
  prepare_profiles(*commit);
  if (expects_completions_.load()) commit->make_completions();
  built_ = commit->snapshot().key();
  const std::lock_guard lock(mutex_);
  ready_ = std::move(commit);
  has_news_.store(true, std::memory_order_release);
}

void CommitFollower::set_failure(std::exception_ptr failure) {
  const std::lock_guard lock(mutex_);
  failure_ = std::move(failure);
  has_news_.store(failure_ || ready_, std::memory_order_release);
}

}  // namespace ficsearch::engine
