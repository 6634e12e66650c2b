// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "engine/open_commit.h"

namespace ficsearch::engine {

// Watches an index from a thread of its own: opens each new commit, builds what many searches need,
// and only then hands it over. Meanwhile the one before goes on serving.
//
// A commit that cannot be opened is tried again; what is wrong with it is told by the search that
// needs it. Threads: take() belongs to one.
class CommitFollower {
 public:
  // The first commit that it hands over is the last one of now.
  CommitFollower(std::filesystem::path directory, std::size_t cache_bytes);
  ~CommitFollower();

  // A newer commit than the last one taken, ready to be searched; null if there is none.
  std::unique_ptr<OpenCommit> take();

  // From now on commits are made ready for completion of tags, too.
  void expect_completions() noexcept { expects_completions_.store(true); }

 private:
  void run(const std::stop_token& stop);
  void build_if_new();

  const std::filesystem::path directory_;
  const std::size_t cache_bytes_;
  snapshot::SnapshotKey built_;  // the last one; of the thread
  std::atomic<bool> is_ready_ = false;
  std::atomic<bool> expects_completions_ = false;
  std::mutex mutex_;
  std::unique_ptr<OpenCommit> ready_;  // guarded by mutex_
  std::condition_variable_any wake_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace ficsearch::engine
